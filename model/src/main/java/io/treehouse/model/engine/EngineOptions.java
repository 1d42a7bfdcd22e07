package io.treehouse.model.engine;

/**
 * How to open engines.
 *
 * @param precision which arithmetic
 * @param workers number of engines, each with a thread of its own
 */
public record EngineOptions(PrecisionChoice precision, int workers) {
    public EngineOptions {
        if (precision == null || workers < 1) {
            throw new IllegalArgumentException("Engines need a precision and at least one worker, not " + workers);
        }
    }

    /** f32, and as many workers as the cores are enough for. */
    public static EngineOptions defaults() {
        return new EngineOptions(
                PrecisionChoice.EXACT,
                workers(Runtime.getRuntime().availableProcessors(), System.getenv("OMP_NUM_THREADS")));
    }

    /**
     * One worker a core, or fewer where each uses more than one.
     *
     * @param threadsEach threads that OpenMP gives each of them, as its setting says; null if it is not set
     */
    static int workers(int cores, String threadsEach) {
        boolean known = threadsEach != null && threadsEach.matches("[1-9][0-9]{0,3}");
        return Math.max(1, cores / (known ? Integer.parseInt(threadsEach) : 1));
    }
}
