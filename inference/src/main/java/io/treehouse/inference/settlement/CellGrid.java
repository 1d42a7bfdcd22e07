package io.treehouse.inference.settlement;

import io.treehouse.datasets.raster.GridReference;

/**
 * A region in square cells, each of whole pixels of its class maps. Immutable by agreement.
 *
 * @param pixels grid of the pixels
 * @param cellPixels pixels along a side of a cell
 * @param columns columns of cells
 * @param rows rows of cells
 * @param cellWidthM width of a cell on the ground in metres
 * @param cellHeightM height of a cell on the ground in metres
 * @param builtM2 {@code [rows, columns]} area of {@code building} and {@code built_up}
 * @param validM2 {@code [rows, columns]} area with imagery
 */
record CellGrid(
        GridReference pixels,
        int cellPixels,
        int columns,
        int rows,
        double cellWidthM,
        double cellHeightM,
        double[] builtM2,
        double[] validM2) {
    private static final double BUILT_SHARE = 0.5;

    int cells() {
        return columns * rows;
    }

    /** Whether there is imagery in a cell. */
    boolean isValid(int cell) {
        return validM2[cell] > 0;
    }

    /** Whether at least half of what is seen of a cell is built up. */
    boolean isBuilt(int cell) {
        return isValid(cell) && builtM2[cell] >= BUILT_SHARE * validM2[cell];
    }

    /** Whether a cell lies at the edge of the region or beside a cell without imagery. */
    boolean isAtEdge(int cell) {
        int x = cell % columns;
        int y = cell / columns;
        return x == 0
                || y == 0
                || x == columns - 1
                || y == rows - 1
                || !isValid(cell - 1)
                || !isValid(cell + 1)
                || !isValid(cell - columns)
                || !isValid(cell + columns);
    }

    /** Side of a cell on the ground in metres. */
    double cellM() {
        return Math.sqrt(cellWidthM * cellHeightM);
    }

    /** The same region in cells of a multiple of the side. */
    CellGrid coarser(int factor) {
        int fewerColumns = (columns + factor - 1) / factor;
        int fewerRows = (rows + factor - 1) / factor;
        double[] built = new double[fewerColumns * fewerRows];
        double[] valid = new double[fewerColumns * fewerRows];
        for (int cell = 0; cell < cells(); cell++) {
            int target = cell / columns / factor * fewerColumns + cell % columns / factor;
            built[target] += builtM2[cell];
            valid[target] += validM2[cell];
        }
        return new CellGrid(
                pixels,
                cellPixels * factor,
                fewerColumns,
                fewerRows,
                cellWidthM * factor,
                cellHeightM * factor,
                built,
                valid);
    }
}
