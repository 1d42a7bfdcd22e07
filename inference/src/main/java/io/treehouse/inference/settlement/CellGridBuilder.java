package io.treehouse.inference.settlement;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PlacedClassMap;
import io.treehouse.datasets.scheme.SurfaceClass;

/** Adds class maps up in cells, one map after the other. Not thread-safe. */
final class CellGridBuilder {
    private static final int MOST_CELLS = 20_000_000;

    private final GridReference pixels;
    private final int cellPixels;
    private final int columns;
    private final int rows;
    private final double[] builtM2;
    private final double[] validM2;
    private final int[] validPixels;
    private final GroundSampling sampling;

    /**
     * @param pixels grid of all maps together
     * @param sampling size of a pixel on the ground
     * @param cellMetres side of a cell that is wished for; becomes a whole number of pixels
     * @throws InputProblem if there would be too many cells
     */
    CellGridBuilder(GridReference pixels, GroundSampling sampling, double cellMetres) {
        this.pixels = pixels;
        this.sampling = sampling;
        cellPixels = (int) Math.max(1, Math.rint(cellMetres / sampling.metres()));
        columns = (pixels.width() + cellPixels - 1) / cellPixels;
        rows = (pixels.height() + cellPixels - 1) / cellPixels;
        if ((long) columns * rows > MOST_CELLS) {
            throw new InputProblem(
                    Kind.TOO_LARGE,
                    "The region has %d × %d cells of %.3g m".formatted(columns, rows, cellPixels * sampling.metres()),
                    "Give larger cells, so that there are at most " + MOST_CELLS);
        }
        builtM2 = new double[columns * rows];
        validM2 = new double[columns * rows];
        validPixels = new int[columns * rows];
    }

    /**
     * Adds a map that begins at a pixel of the common grid.
     *
     * @throws InputProblem if cells get more pixels than they have, so that maps overlap
     */
    void add(PlacedClassMap map, int firstColumn, int firstRow) {
        for (int y = 0; y < map.height(); y++) {
            int row = (firstRow + y) / cellPixels;
            for (int x = 0; x < map.width(); x++) {
                int code = map.classes()[y * map.width() + x] & 255;
                if (code != SurfaceClass.NODATA) {
                    int cell = row * columns + (firstColumn + x) / cellPixels;
                    double areaM2 = map.areas().areaM2(x, y);
                    validM2[cell] += areaM2;
                    builtM2[cell] += isBuilt(code) ? areaM2 : 0;
                    if (++validPixels[cell] > (long) cellPixels * cellPixels) {
                        throw overlapping(firstColumn + x, firstRow + y);
                    }
                }
            }
        }
    }

    private static InputProblem overlapping(int column, int row) {
        return new InputProblem(
                Kind.UNUSABLE_RASTER,
                "Two of the maps show the same ground, about column %d and row %d of all together"
                        .formatted(column, row),
                "Give each map once, and maps that do not overlap");
    }

    private static boolean isBuilt(int code) {
        return code == SurfaceClass.BUILDING.code() || code == SurfaceClass.BUILT_UP.code();
    }

    CellGrid build() {
        return new CellGrid(
                pixels,
                cellPixels,
                columns,
                rows,
                cellPixels * sampling.xMetres(),
                cellPixels * sampling.yMetres(),
                builtM2,
                validM2);
    }
}
