package io.treehouse.inference.scene;

import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * Image and probabilities of one window on its way through the network; used again for later windows. Belongs to one
 * thread at a time.
 */
final class WindowBuffer {
    private final int height;
    private final int width;
    private final int paddedHeight;
    private final int paddedWidth;
    private final float[] rgb;
    private final boolean[] valid;
    private final float[] probabilities;

    WindowBuffer(AxisWindows rows, AxisWindows columns) {
        height = rows.windowLength();
        width = columns.windowLength();
        paddedHeight = rows.paddedLength();
        paddedWidth = columns.paddedLength();
        int pixels = Math.multiplyExact(paddedHeight, paddedWidth);
        rgb = new float[3 * pixels];
        valid = new boolean[height * width];
        probabilities = new float[SurfaceClass.COUNT * pixels];
    }

    /**
     * Takes the window that starts at a column of the strip.
     *
     * @return whether any pixel of it is valid; if not, there is nothing to classify
     */
    boolean load(ImageStrip strip, int firstColumn) {
        strip.copyWindow(firstColumn, width, rgb, valid);
        for (boolean pixelIsValid : valid) {
            if (pixelIsValid) {
                return true;
            }
        }
        return false;
    }

    /** Runs the network over the window loaded, with nodata filled and the size padded by reflection. */
    void classify(WindowClassifier classifier) throws InterruptedException {
        NodataFill.fill(height, width, rgb, valid);
        pad();
        classifier.classify(paddedHeight, paddedWidth, rgb, probabilities);
    }

    /** Probabilities {@code [height, paddedWidth, 5]} of the window classified. */
    float[] probabilities() {
        return probabilities;
    }

    /** Columns of {@link #probabilities}. */
    int paddedWidth() {
        return paddedWidth;
    }

    private void pad() {
        if (height == paddedHeight && width == paddedWidth) {
            return;
        }
        for (int y = height - 1; y >= 0; y--) {
            System.arraycopy(rgb, 3 * y * width, rgb, 3 * y * paddedWidth, 3 * width);
            for (int x = width; x < paddedWidth; x++) {
                System.arraycopy(rgb, 3 * (y * paddedWidth + reflected(x, width)), rgb, 3 * (y * paddedWidth + x), 3);
            }
        }
        for (int y = height; y < paddedHeight; y++) {
            int mirror = reflected(y, height);
            System.arraycopy(rgb, 3 * mirror * paddedWidth, rgb, 3 * y * paddedWidth, 3 * paddedWidth);
        }
    }

    /** The pixel that a mirror at each edge shows at {@code index}; the edge pixel itself is not repeated. */
    private static int reflected(int index, int length) {
        int period = Math.max(1, 2 * (length - 1));
        int phase = index % period;
        return phase < length ? phase : period - phase;
    }
}
