package io.treehouse.inference.scene;

import io.treehouse.model.network.NetworkSpec;

/**
 * The windows along one axis of the model grid. They depend on the length of the axis alone: an axis that fits into one
 * window has one of its own length; a longer one has as few as keep the overlap, all of one length and evenly spread from
 * edge to edge, so that none is padded. Neighbours fade into each other around the middle of their overlap, where both
 * are far from their edges. Immutable and thread-safe.
 */
final class AxisWindows {
    private final int axisLength;
    private final int count;
    private final int windowLength;
    private final int fadeLength;

    /**
     * @param axisLength pixels of the axis, at least 1
     * @param windowPixels longest window, a multiple of {@link NetworkSpec#SIZE_MULTIPLE}
     * @param overlapPixels pixels that neighbours share at least, less than half a window
     */
    AxisWindows(int axisLength, int windowPixels, int overlapPixels) {
        if (axisLength < 1) {
            throw new IllegalArgumentException("An axis has at least one pixel, not " + axisLength);
        }
        this.axisLength = axisLength;
        if (axisLength <= windowPixels) {
            count = 1;
            windowLength = axisLength;
            fadeLength = 0;
        } else {
            count = ceilDiv(axisLength - overlapPixels, windowPixels - overlapPixels);
            windowLength = padded(ceilDiv(axisLength - overlapPixels, count) + overlapPixels);
            fadeLength = count == 2 ? overlapPixels : Math.min(overlapPixels, shortestStride());
        }
    }

    int count() {
        return count;
    }

    /** Pixels of the axis that each window covers. */
    int windowLength() {
        return windowLength;
    }

    /** {@link #windowLength} rounded up to what the network takes. */
    int paddedLength() {
        return padded(windowLength);
    }

    /** First pixel of a window. */
    int start(int window) {
        return count == 1 ? 0 : (int) Math.round((double) window * (axisLength - windowLength) / (count - 1));
    }

    /** Pixel after the last one of a window. */
    int end(int window) {
        return start(window) + windowLength;
    }

    /** Share of a window in the answer at each of its pixels, 0…1; over all windows a pixel's shares sum to 1. */
    float[] weights(int window) {
        float[] weights = new float[windowLength];
        for (int i = 0; i < windowLength; i++) {
            int pixel = start(window) + i;
            float fromLeft = window == 0 ? 1 : fade(window, pixel);
            float toRight = window == count - 1 ? 0 : fade(window + 1, pixel);
            weights[i] = fromLeft - toRight;
        }
        return weights;
    }

    /** How far a pixel has gone from the window before the given one into it: 0, a ramp, 1. */
    private float fade(int window, int pixel) {
        int middle = (start(window) + end(window - 1)) / 2;
        float position = pixel - (middle - fadeLength / 2) + 0.5f;
        return fadeLength == 0 ? (position > 0 ? 1 : 0) : Math.min(1, Math.max(0, position / fadeLength));
    }

    private int shortestStride() {
        int shortest = windowLength;
        for (int window = 1; window < count; window++) {
            shortest = Math.min(shortest, start(window) - start(window - 1));
        }
        return shortest;
    }

    private static int padded(int length) {
        return ceilDiv(length, NetworkSpec.SIZE_MULTIPLE) * NetworkSpec.SIZE_MULTIPLE;
    }

    private static int ceilDiv(int dividend, int divisor) {
        return (int) (((long) dividend + divisor - 1) / divisor);
    }
}
