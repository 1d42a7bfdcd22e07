package io.treehouse.server.retraining;

import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be found again after the server was started anew.
 *
 * @param pid its number, which the system gives to another process some day
 * @param began when it began, which tells them apart; the epoch if the system does not say
 */
record WorkerId(long pid, Instant began) {
    static WorkerId of(ProcessHandle process) {
        return new WorkerId(process.pid(), began(process));
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> began(process).equals(began));
    }

    private static Instant began(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
