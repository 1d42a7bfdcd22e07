package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The common grid of rasters that are neighbours: one CRS, one pixel size, positions a whole number of pixels apart.
 * Immutable by agreement.
 *
 * @param grid the grid that holds all maps
 * @param columns column of the grid where each map begins
 * @param rows row of the grid where each map begins
 */
public record MapMosaic(GridReference grid, int[] columns, int[] rows) {
    /** Part of a pixel by which a map may lie beside the common grid. */
    private static final double TOLERANCE_PIXELS = 0.05;

    private static final double TOLERANCE_SCALE = 1e-6;

    /**
     * The mosaic of maps.
     *
     * @param grids grids of the maps, at least one
     * @throws InputProblem if they have no common grid
     */
    public static MapMosaic of(List<GridReference> grids) {
        GridReference first = grids.get(0);
        if (grids.size() == 1) {
            return new MapMosaic(first, new int[1], new int[1]);
        }
        int[] columns = new int[grids.size()];
        int[] rows = new int[grids.size()];
        int left = 0;
        int top = 0;
        int right = first.width();
        int bottom = first.height();
        for (int i = 0; i < grids.size(); i++) {
            place(first, grids.get(i), i, columns, rows);
            left = Math.min(left, columns[i]);
            top = Math.min(top, rows[i]);
            right = Math.max(right, columns[i] + grids.get(i).width());
            bottom = Math.max(bottom, rows[i] + grids.get(i).height());
        }
        for (int i = 0; i < grids.size(); i++) {
            columns[i] -= left;
            rows[i] -= top;
        }
        return new MapMosaic(shifted(first, left, top, right - left, bottom - top), columns, rows);
    }

    private static void place(GridReference first, GridReference other, int i, int[] columns, int[] rows) {
        if (first.transform().isEmpty()
                || other.transform().isEmpty()
                || first.wkt().isEmpty()
                || other.wkt().isEmpty()) {
            throw noCommonGrid(i, "one of them is not georeferenced");
        }
        if (!ClassMapWarp.isSameCrs(first, other)) {
            throw noCommonGrid(i, "their CRSs differ");
        }
        double[] a = first.transform().orElseThrow();
        double[] b = other.transform().orElseThrow();
        double pixel = Math.max(Math.hypot(a[1], a[4]), Math.hypot(a[2], a[5]));
        for (int k : new int[] {1, 2, 4, 5}) {
            if (Math.abs(a[k] - b[k]) > TOLERANCE_SCALE * pixel) {
                throw noCommonGrid(i, "their pixels differ in size or direction");
            }
        }
        double determinant = a[1] * a[5] - a[2] * a[4];
        double dx = b[0] - a[0];
        double dy = b[3] - a[3];
        double column = (dx * a[5] - dy * a[2]) / determinant;
        double row = (dy * a[1] - dx * a[4]) / determinant;
        if (Math.abs(column - Math.rint(column)) > TOLERANCE_PIXELS
                || Math.abs(row - Math.rint(row)) > TOLERANCE_PIXELS
                || Math.abs(column) > 1e8
                || Math.abs(row) > 1e8) {
            throw noCommonGrid(i, "their pixels do not lie on one grid");
        }
        columns[i] = (int) Math.rint(column);
        rows[i] = (int) Math.rint(row);
    }

    private static GridReference shifted(GridReference first, int left, int top, int width, int height) {
        double[] t = first.transform().orElseThrow().clone();
        t[0] += left * t[1] + top * t[2];
        t[3] += left * t[4] + top * t[5];
        return new GridReference(width, height, Optional.of(t), first.wkt(), first.pointSampled());
    }

    private static InputProblem noCommonGrid(int i, String reason) {
        return new InputProblem(
                Kind.UNUSABLE_RASTER,
                "File %d has no common grid with the first: %s".formatted(i + 1, reason),
                "Give files of one CRS and pixel size, or warp them onto one grid first");
    }
}
