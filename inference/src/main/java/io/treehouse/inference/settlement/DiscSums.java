package io.treehouse.inference.settlement;

/** Sums of a value over the disc about each cell, by prefix sums along the rows. */
final class DiscSums {
    private final CellGrid grid;
    private final double[] before;

    /** @param values {@code [rows, columns]} */
    DiscSums(CellGrid grid, double[] values) {
        this.grid = grid;
        before = new double[grid.rows() * (grid.columns() + 1)];
        for (int y = 0; y < grid.rows(); y++) {
            int line = y * (grid.columns() + 1);
            for (int x = 0; x < grid.columns(); x++) {
                before[line + x + 1] = before[line + x] + values[y * grid.columns() + x];
            }
        }
    }

    /** The sum over the part of a disc that lies in the region. */
    double about(int x, int y, Disc disc) {
        double sum = 0;
        int top = Math.max(0, y - disc.rows());
        int bottom = Math.min(grid.rows() - 1, y + disc.rows());
        for (int row = top; row <= bottom; row++) {
            int reach = disc.reach()[row - y + disc.rows()];
            int line = row * (grid.columns() + 1);
            sum += before[line + Math.min(grid.columns(), x + reach + 1)] - before[line + Math.max(0, x - reach)];
        }
        return sum;
    }
}
