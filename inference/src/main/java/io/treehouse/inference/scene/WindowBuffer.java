package io.treehouse.inference.scene;

import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * Image of one window on its way to the network; used again for later windows. Belongs to one
 * thread at a time.
 */
final class WindowBuffer {
    private final float[] rgb;
    private final boolean[] valid;
    private AxisWindows rows;
    private AxisWindows columns;
    private int row;
    private int column;

    /** @param pixels of the largest window that it will hold */
    WindowBuffer(int pixels) {
        rgb = new float[3 * pixels];
        valid = new boolean[pixels];
    }

    /**
     * Takes a window from the strip that holds its row of windows.
     *
     * @return whether any pixel of it is valid; if not, there is nothing to classify
     */
    boolean load(ImageStrip strip, Look look, int row, int column) {
        rows = look.rows();
        columns = look.columns();
        this.row = row;
        this.column = column;
        strip.copyWindow(columns.start(column), coveredWidth(), rgb, valid);
        for (int pixel = 0; pixel < coveredHeight() * coveredWidth(); pixel++) {
            if (valid[pixel]) {
                return true;
            }
        }
        return false;
    }

    private int coveredHeight() {
        return rows.end(row) - rows.start(row);
    }

    private int coveredWidth() {
        return columns.end(column) - columns.start(column);
    }

    /**
     * Runs the network over the window loaded, with nodata filled and what lies beyond the scene mirrored.
     *
     * @return logits {@code [height / enlargement, width / enlargement, 5]}
     */
    float[] classify(WindowClassifier classifier) throws InterruptedException {
        int height = rows.windowLength();
        int width = columns.windowLength();
        NodataFill.fill(coveredHeight(), coveredWidth(), rgb, valid);
        if (coveredHeight() < height || coveredWidth() < width) {
            mirror(rows.before(row), coveredHeight(), columns.before(column), coveredWidth());
        }
        int enlargement = classifier.enlargement();
        float[] logits = new float[height / enlargement * (width / enlargement) * SurfaceClass.COUNT];
        classifier.logits(height, width, rgb, logits);
        return logits;
    }

    /** Spreads the covered pixels to their place in the window, the last row first, and mirrors them around it. */
    private void mirror(int top, int coveredHeight, int left, int coveredWidth) {
        int height = rows.windowLength();
        int width = columns.windowLength();
        for (int y = coveredHeight - 1; y >= 0; y--) {
            int line = (top + y) * width;
            System.arraycopy(rgb, 3 * y * coveredWidth, rgb, 3 * (line + left), 3 * coveredWidth);
            for (int x = 0; x < width; x++) {
                if (x < left || x >= left + coveredWidth) {
                    System.arraycopy(rgb, 3 * (line + left + mirrored(x - left, coveredWidth)), rgb, 3 * (line + x), 3);
                }
            }
        }
        for (int y = 0; y < height; y++) {
            if (y < top || y >= top + coveredHeight) {
                int from = top + mirrored(y - top, coveredHeight);
                System.arraycopy(rgb, 3 * from * width, rgb, 3 * y * width, 3 * width);
            }
        }
    }

    /** The pixel that a mirror at each edge shows at {@code index}; the edge pixel itself is not repeated. */
    private static int mirrored(int index, int length) {
        int period = Math.max(1, 2 * (length - 1));
        int phase = Math.floorMod(index, period);
        return phase < length ? phase : period - phase;
    }
}
