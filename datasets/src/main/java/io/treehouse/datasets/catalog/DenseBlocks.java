package io.treehouse.datasets.catalog;

import io.treehouse.datasets.scheme.ClassSet;
import java.util.Objects;

/**
 * Says that large regions of a label are whole blocks, drawn as one area with their lanes and yards. Training may then
 * take less for granted; scoring takes the labels at their word.
 *
 * @param label the label that is used for blocks
 * @param largerThanM2 ground area from which a connected region counts as a block
 * @param become what the pixels of a block may be
 */
public record DenseBlocks(ClassSet label, double largerThanM2, ClassSet become) {
    public DenseBlocks {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(become, "become");
        if (!(largerThanM2 > 0)) {
            throw new IllegalArgumentException("denseBlocks.largerThanM2 must be positive, not " + largerThanM2);
        }
    }
}
