package io.treehouse.inference.scene;

import io.treehouse.model.bundle.ModelInput;
import java.util.List;

/**
 * One way to cut a grid that a scene is seen on into windows, with its share in what the grid says. Immutable.
 *
 * <p>The network answers a little differently where its cells lie elsewhere (see {@link AxisWindows}). A grid has one look,
 * with its cells fixed to the ground. A small one that does not begin at a cell has two: in it the mirrored rest of the
 * first cell weighs as much as where the cells lie, so it is also looked at from its own corner. Its map then comes near
 * to both that of the whole scene that it was cut from and that of the same picture without georeferencing.
 *
 * @param share what the probabilities of this look count in what the grid says, 0…1; those of all looks at a grid sum to 1
 */
record Look(AxisWindows rows, AxisWindows columns, float share) {
    /** Scenes of at most so many pixels of a grid each way are small on it. */
    static final int SMALL_PIXELS = 384;

    /** Chosen by measurement, see decision 0037. */
    private static final float SHARE_OF_CORNER = 0.6f;

    /** The looks that make the answer. More than one have one window each. */
    static List<Look> of(ModelGrid grid, ModelInput input) {
        Look ground = at(grid, grid.rowLead(), grid.columnLead(), 1, input);
        boolean atCell = grid.rowLead() == 0 && grid.columnLead() == 0;
        boolean small = Math.max(grid.width(), grid.height()) <= Math.min(SMALL_PIXELS, input.windowPixels());
        if (atCell || !small) {
            return List.of(ground);
        }
        return List.of(
                new Look(ground.rows, ground.columns, 1 - SHARE_OF_CORNER), at(grid, 0, 0, SHARE_OF_CORNER, input));
    }

    private static Look at(ModelGrid grid, int rowLead, int columnLead, float share, ModelInput input) {
        return new Look(
                new AxisWindows(grid.height(), rowLead, input.windowPixels(), input.overlapPixels()),
                new AxisWindows(grid.width(), columnLead, input.windowPixels(), input.overlapPixels()),
                share);
    }

    /** Number of windows. */
    int windows() {
        return Math.multiplyExact(rows.count(), columns.count());
    }

    /** Pixels of each window. */
    int windowPixels() {
        return Math.multiplyExact(rows.windowLength(), columns.windowLength());
    }
}
