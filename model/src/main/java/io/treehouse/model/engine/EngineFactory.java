package io.treehouse.model.engine;

/** Opens engines of one model, which may share weights. Close it after its engines. */
interface EngineFactory extends AutoCloseable {
    /** A new engine, to be closed by the caller. */
    SegmentationEngine open();

    @Override
    void close();
}
