package io.treehouse.inference.scene;

/**
 * Fills pixels without imagery from their surroundings, so that the network sees no black holes with hard edges: the
 * push-pull method (Gortler et al., The Lumigraph, 1996). Known pixels are averaged into ever coarser images until none is
 * unknown; on the way back unknown pixels are interpolated from the coarser image. Known pixels stay as they are.
 */
final class NodataFill {
    private final int height;
    private final int width;
    private final float[] rgb;
    private final boolean[] known;

    private NodataFill(int height, int width, float[] rgb, boolean[] known) {
        this.height = height;
        this.width = width;
        this.rgb = rgb;
        this.known = known;
    }

    /**
     * Fills an image in place.
     *
     * @param rgb {@code [height, width, 3]}
     * @param valid {@code [height, width]}, at least one of them true
     */
    static void fill(int height, int width, float[] rgb, boolean[] valid) {
        new NodataFill(height, width, rgb, valid).fill();
    }

    private void fill() {
        if (isComplete()) {
            return;
        }
        if (height == 1 && width == 1) {
            throw new IllegalArgumentException("An image without any valid pixel cannot be filled");
        }
        NodataFill coarser = halved();
        coarser.fill();
        takeUnknownFrom(coarser);
    }

    private boolean isComplete() {
        for (int i = 0; i < height * width; i++) {
            if (!known[i]) {
                return false;
            }
        }
        return true;
    }

    private NodataFill halved() {
        int rows = (height + 1) / 2;
        int columns = (width + 1) / 2;
        NodataFill half = new NodataFill(rows, columns, new float[3 * rows * columns], new boolean[rows * columns]);
        int[] counts = new int[rows * columns];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (known[y * width + x]) {
                    half.add(y / 2 * columns + x / 2, this, y * width + x);
                    counts[y / 2 * columns + x / 2]++;
                }
            }
        }
        half.divideBy(counts);
        return half;
    }

    private void add(int pixel, NodataFill finer, int finerPixel) {
        for (int c = 0; c < 3; c++) {
            rgb[3 * pixel + c] += finer.rgb[3 * finerPixel + c];
        }
    }

    private void divideBy(int[] counts) {
        for (int i = 0; i < counts.length; i++) {
            known[i] = counts[i] > 0;
            for (int c = 0; c < 3 && known[i]; c++) {
                rgb[3 * i + c] /= counts[i];
            }
        }
    }

    private void takeUnknownFrom(NodataFill coarser) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (!known[y * width + x]) {
                    interpolate(coarser, y, x);
                }
            }
        }
    }

    /** Bilinear between pixel centres: three quarters of the pixel that covers this one, a quarter of its neighbour. */
    private void interpolate(NodataFill coarser, int y, int x) {
        int y0 = y / 2;
        int x0 = x / 2;
        int y1 = Math.min(Math.max(y0 + 2 * (y % 2) - 1, 0), coarser.height - 1);
        int x1 = Math.min(Math.max(x0 + 2 * (x % 2) - 1, 0), coarser.width - 1);
        for (int c = 0; c < 3; c++) {
            float near = 0.75f * coarser.value(y0, x0, c) + 0.25f * coarser.value(y0, x1, c);
            float far = 0.75f * coarser.value(y1, x0, c) + 0.25f * coarser.value(y1, x1, c);
            rgb[3 * (y * width + x) + c] = 0.75f * near + 0.25f * far;
        }
    }

    private float value(int y, int x, int channel) {
        return rgb[3 * (y * width + x) + channel];
    }
}
