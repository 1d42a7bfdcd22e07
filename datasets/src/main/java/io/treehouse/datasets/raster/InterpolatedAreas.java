package io.treehouse.datasets.raster;

/**
 * Pixel areas that are exact at the nodes of a lattice and interpolated bilinearly between them: over a lattice cell the
 * scale of a map projection, or of a degree, is as good as linear. Immutable and thread-safe.
 */
final class InterpolatedAreas implements PixelAreas {
    private static final int MAXIMUM_CELLS = 64;
    private static final int MINIMUM_CELL_PIXELS = 64;

    private final Axis columns;
    private final Axis rows;
    private final double[][] nodes;

    /**
     * Where the pixels of an axis lie among the nodes.
     *
     * @param before for each pixel the node before it
     * @param share for each pixel how far it has gone to the next node, 0…1
     */
    private record Axis(int[] before, double[] share) {
        static Axis of(int pixels, int cells) {
            Axis axis = new Axis(new int[pixels], new double[pixels]);
            double cellPixels = (double) pixels / cells;
            for (int pixel = 0; pixel < pixels; pixel++) {
                double position = (pixel + 0.5) / cellPixels;
                axis.before[pixel] = Math.min((int) position, cells - 1);
                axis.share[pixel] = position - axis.before[pixel];
            }
            return axis;
        }
    }

    private InterpolatedAreas(Axis columns, Axis rows, double[][] nodes) {
        this.columns = columns;
        this.rows = rows;
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
        return new InterpolatedAreas(Axis.of(width, columns), Axis.of(height, rows), nodes);
    }

    private static int cells(int pixels) {
        return Math.max(1, Math.min(MAXIMUM_CELLS, pixels / MINIMUM_CELL_PIXELS));
    }

    @Override
    public double areaM2(int x, int y) {
        int left = columns.before[x];
        int top = rows.before[y];
        double right = columns.share[x];
        double down = rows.share[y];
        double above = nodes[top][left] * (1 - right) + nodes[top][left + 1] * right;
        double below = nodes[top + 1][left] * (1 - right) + nodes[top + 1][left + 1] * right;
        return above * (1 - down) + below * down;
    }
}
