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

    /** f32 and one worker a core. */
    public static EngineOptions defaults() {
        return new EngineOptions(PrecisionChoice.EXACT, Runtime.getRuntime().availableProcessors());
    }
}
