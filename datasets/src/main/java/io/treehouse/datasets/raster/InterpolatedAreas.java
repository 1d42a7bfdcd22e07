package io.treehouse.datasets.raster;

/**
 * Pixel areas that are exact at the nodes of a lattice and interpolated bilinearly between them: over a lattice cell the
 * scale of a map projection, or of a degree, is as good as linear. Immutable and thread-safe.
 */
final class InterpolatedAreas implements PixelAreas {
    private static final int MAXIMUM_CELLS = 64;
    private static final int MINIMUM_CELL_PIXELS = 64;

    private final double cellWidth;
    private final double cellHeight;
    private final double[][] nodes;

    private InterpolatedAreas(double cellWidth, double cellHeight, double[][] nodes) {
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        this.nodes = nodes;
    }

    static InterpolatedAreas of(Georeferencing georeferencing, int width, int height) {
        int columns = cells(width);
        int rows = cells(height);
        double[][] nodes = new double[rows + 1][columns + 1];
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column <= columns; column++) {
                nodes[row][column] =
                        georeferencing.areaM2((double) width * column / columns, (double) height * row / rows);
            }
        }
        return new InterpolatedAreas((double) width / columns, (double) height / rows, nodes);
    }

    private static int cells(int pixels) {
        return Math.max(1, Math.min(MAXIMUM_CELLS, pixels / MINIMUM_CELL_PIXELS));
    }

    @Override
    public double areaM2(int x, int y) {
        double column = (x + 0.5) / cellWidth;
        double row = (y + 0.5) / cellHeight;
        int left = Math.min((int) column, nodes[0].length - 2);
        int top = Math.min((int) row, nodes.length - 2);
        double right = column - left;
        double down = row - top;
        double above = nodes[top][left] * (1 - right) + nodes[top][left + 1] * right;
        double below = nodes[top + 1][left] * (1 - right) + nodes[top + 1][left + 1] * right;
        return above * (1 - down) + below * down;
    }
}
