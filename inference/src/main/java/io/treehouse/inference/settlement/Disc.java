package io.treehouse.inference.settlement;

/**
 * The cells whose centres lie within a distance of a cell's centre: for each row above and below, how far it reaches.
 * Immutable by agreement.
 *
 * @param reach columns to the left and right in row {@code i - rows()} from the centre
 */
record Disc(int[] reach) {
    static Disc of(CellGrid grid, double radiusM) {
        int rows = (int) (radiusM / grid.cellHeightM() + 1e-9);
        int[] reach = new int[2 * rows + 1];
        for (int dy = -rows; dy <= rows; dy++) {
            double down = dy * grid.cellHeightM();
            reach[dy + rows] =
                    (int) (Math.sqrt(Math.max(0, radiusM * radiusM - down * down)) / grid.cellWidthM() + 1e-9);
        }
        return new Disc(reach);
    }

    /** Rows above and below the centre. */
    int rows() {
        return reach.length / 2;
    }
}
