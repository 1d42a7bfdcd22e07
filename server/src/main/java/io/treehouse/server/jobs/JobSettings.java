package io.treehouse.server.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What jobs may take. Validated on construction.
 *
 * @param folder folder of the jobs' files
 * @param quotaBytes most bytes of all files of jobs together
 * @param mostQueued most jobs that wait
 * @param kept how long an ended job and its results are kept
 * @param scenes folder below which scenes may be named by path; empty if none may
 */
public record JobSettings(Path folder, long quotaBytes, int mostQueued, Duration kept, Optional<Path> scenes) {
    private static final long GIB = 1L << 30;

    public JobSettings {
        if (quotaBytes < 1 || mostQueued < 1 || kept.isNegative() || kept.isZero()) {
            throw new IllegalArgumentException(
                    "Limits of jobs are positive: %d bytes, %d jobs, %s".formatted(quotaBytes, mostQueued, kept));
        }
    }

    /** 50 GiB, a hundred jobs, a week; no scenes by path. */
    public static JobSettings in(Path folder) {
        return new JobSettings(folder, 50 * GIB, 100, Duration.ofDays(7), Optional.empty());
    }
}
