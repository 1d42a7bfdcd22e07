package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.network.FeatureShapes.Shape;

/**
 * Where the output of a node lies in the working memory of a plan.
 *
 * @param offset first byte
 * @param shape rows, columns, channels; channels last in memory
 * @param type type of its numbers
 */
record Tensor(long offset, Shape shape, Arithmetic type) {
    long bytes() {
        return shape.values() * type.bytes();
    }
}
