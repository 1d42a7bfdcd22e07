package io.treehouse.inference.scene;

import java.util.Arrays;
import java.util.List;

/**
 * Blended class probabilities of single rows of the grid: the sum of what the scene's looks say, in their order. Not
 * thread-safe.
 */
final class BlendedRows {
    private final List<BlendedLook> looks;

    /** @param enlargement how many times as high and wide as its logits a window is */
    BlendedRows(List<Look> looks, int enlargement) {
        this.looks =
                looks.stream().map(look -> new BlendedLook(look, enlargement)).toList();
    }

    /** Takes the logits of a window of a look, {@code [height, width, 5]}; of length 0 if it has no imagery. */
    void put(int look, int row, int column, float[] logits) {
        looks.get(look).put(row, column, logits);
    }

    /** Forgets the windows that say nothing about {@code row} of the grid and what lies below. */
    void discardBefore(int row) {
        looks.forEach(look -> look.discardBefore(row));
    }

    /**
     * Blends one row of the grid; all windows that cover it are held.
     *
     * @param planes receives for each class {@code [width]}
     */
    void blend(int row, float[][] planes) {
        for (float[] plane : planes) {
            Arrays.fill(plane, 0);
        }
        looks.forEach(look -> look.addTo(row, planes));
    }
}
