package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;

/** Makes plans of one network with one library; its plans share working memory, so one of them runs at a time. */
interface Planner extends AutoCloseable {
    /** Name of the library with its version, such as {@code onednn-3.11.0}. */
    String name();

    /** Arithmetic of the convolutions. */
    Arithmetic arithmetic();

    /** A plan for windows of a size. */
    Plan plan(int height, int width);

    /** Frees what plans share; close the plans first. */
    @Override
    void close();
}
