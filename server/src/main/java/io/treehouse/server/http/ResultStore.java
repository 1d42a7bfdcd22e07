package io.treehouse.server.http;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The results that are kept for those who look at them, each until nobody asked for it for a while. Of too many the one
 * that was not used for longest goes first. Thread-safe.
 */
final class ResultStore implements AutoCloseable {
    /** How long a result is kept after its last use. */
    static final Duration LIFETIME = Duration.ofMinutes(30);

    private static final int MOST_RESULTS = 16;
    private static final long MOST_BYTES = 4L << 30;

    private final Map<UUID, KeptResult> results = new HashMap<>();

    /**
     * Begins a result, which must be finished or deleted.
     *
     * @param owner the caller who keeps it; empty where nobody has to say who calls
     * @throws InputProblem if there is one of that name
     */
    synchronized KeptResult begin(UUID id, Optional<String> owner) {
        makeRoom();
        if (results.containsKey(id)) {
            throw new InputProblem(
                    Kind.CONFLICT, "There is a result " + id + " already.", "Choose another random UUID.");
        }
        KeptResult result = new KeptResult(id, owner);
        results.put(id, result);
        return result;
    }

    /** A result of a name; empty if there is none (any more). */
    synchronized Optional<KeptResult> find(UUID id) {
        makeRoom();
        Optional<KeptResult> result = Optional.ofNullable(results.get(id));
        result.ifPresent(KeptResult::use);
        return result;
    }

    /** Deletes a result, also one that was never finished. */
    synchronized void delete(UUID id) {
        Optional.ofNullable(results.remove(id)).ifPresent(KeptResult::close);
    }

    /** What the results of a caller take on the disk. */
    synchronized long bytes(String owner) {
        return results.values().stream()
                .filter(result -> result.owner().equals(Optional.of(owner)))
                .mapToLong(KeptResult::bytes)
                .sum();
    }

    private void makeRoom() {
        Instant oldest = Instant.now().minus(LIFETIME);
        List<Map.Entry<UUID, KeptResult>> leastUsedFirst = results.entrySet().stream()
                .filter(entry -> entry.getValue().isDone())
                .sorted(Comparator.comparing(entry -> entry.getValue().lastUse()))
                .toList();
        long bytes = leastUsedFirst.stream()
                .mapToLong(entry -> entry.getValue().bytes())
                .sum();
        int count = leastUsedFirst.size();
        for (Map.Entry<UUID, KeptResult> entry : leastUsedFirst) {
            boolean expired = entry.getValue().lastUse().isBefore(oldest);
            if (expired || count > MOST_RESULTS || bytes > MOST_BYTES) {
                bytes -= entry.getValue().bytes();
                count--;
                delete(entry.getKey());
            }
        }
    }

    @Override
    public synchronized void close() {
        List.copyOf(results.keySet()).forEach(this::delete);
    }
}
