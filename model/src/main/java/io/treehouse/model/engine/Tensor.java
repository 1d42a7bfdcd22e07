package io.treehouse.model.engine;

import io.treehouse.model.network.FeatureShapes.Shape;

/**
 * Where the output of a node lies in the working memory of a plan.
 *
 * @param offset first byte
 * @param shape rows, columns, channels; channels last in memory
 * @param encoding how its numbers are stored
 */
record Tensor(long offset, Shape shape, Encoding encoding) {
    long bytes() {
        return bytes(shape, encoding);
    }

    /** Bytes that values of a shape take. */
    static long bytes(Shape shape, Encoding encoding) {
        return shape.values() * encoding.type().bytes();
    }
}
