package io.treehouse.inference.objects;

/** Exact Euclidean distance to the background (Felzenszwalb and Huttenlocher 2012), on pixels that need not be square. */
final class DistanceTransform {
    private final double pixelWidth;
    private final double pixelHeight;
    private final double reach;

    /**
     * @param pixelWidth distance between columns
     * @param pixelHeight distance between rows
     * @param reach distance at which to stop: greater ones are this
     */
    DistanceTransform(double pixelWidth, double pixelHeight, double reach) {
        this.pixelWidth = pixelWidth;
        this.pixelHeight = pixelHeight;
        this.reach = reach;
    }

    /**
     * Distance from each pixel's centre to the nearest centre of the background. Beyond the edges there is none.
     *
     * @param foreground {@code [height, width]}
     * @return {@code [height, width]}, 0 in the background
     */
    float[] of(boolean[] foreground, int width, int height) {
        float[] distances = alongColumns(foreground, width, height);
        Parabolas parabolas = new Parabolas(width);
        for (int y = 0; y < height; y++) {
            parabolas.lowerEnvelope(distances, y * width);
        }
        return distances;
    }

    private float[] alongColumns(boolean[] foreground, int width, int height) {
        float[] distances = new float[width * height];
        for (int pixel = 0; pixel < distances.length; pixel++) {
            float above = pixel < width ? (float) reach : distances[pixel - width];
            distances[pixel] = foreground[pixel] ? (float) Math.min(reach, above + pixelHeight) : 0;
        }
        for (int pixel = distances.length - width - 1; pixel >= 0; pixel--) {
            distances[pixel] = (float) Math.min(distances[pixel], distances[pixel + width] + pixelHeight);
        }
        return distances;
    }

    /** The lower envelope of one parabola a column. */
    private final class Parabolas {
        private final int[] vertex;
        private final double[] from;
        private final double[] squares;

        Parabolas(int width) {
            vertex = new int[width];
            from = new double[width + 1];
            squares = new double[width];
        }

        void lowerEnvelope(float[] distances, int offset) {
            int width = vertex.length;
            for (int x = 0; x < width; x++) {
                squares[x] = (double) distances[offset + x] * distances[offset + x] / (pixelWidth * pixelWidth);
            }
            int last = 0;
            vertex[0] = 0;
            from[0] = Double.NEGATIVE_INFINITY;
            for (int x = 1; x < width; x++) {
                double crossing = crossing(x, vertex[last]);
                while (crossing <= from[last]) {
                    last--;
                    crossing = crossing(x, vertex[last]);
                }
                vertex[++last] = x;
                from[last] = crossing;
            }
            from[last + 1] = Double.POSITIVE_INFINITY;
            for (int x = 0, at = 0; x < width; x++) {
                while (from[at + 1] < x) {
                    at++;
                }
                double across = x - vertex[at];
                double distance = pixelWidth * Math.sqrt(across * across + squares[vertex[at]]);
                distances[offset + x] = (float) Math.min(reach, distance);
            }
        }

        private double crossing(int right, int left) {
            return (squares[right] + (double) right * right - squares[left] - (double) left * left)
                    / (2.0 * (right - left));
        }
    }
}
