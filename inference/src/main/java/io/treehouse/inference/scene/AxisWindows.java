package io.treehouse.inference.scene;

import io.treehouse.model.network.NetworkSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The windows along one axis of the model grid. The axis is cut into cells of the network's coarsest stride, and windows
 * begin and end between cells: a network that halves its input five times answers the same for a picture moved by 32
 * pixels, but not for one moved by less, so a pixel has to lie at the same place of its cell in every window. Where the
 * cells begin, the ground decides ({@code lead}), so that crops of a scene see the same cells as the whole.
 *
 * <p>An axis that fits into one window has one; a longer one has as few as keep the overlap, all of one length and evenly
 * spread. The first and the last may reach beyond the axis by less than a cell. Neighbours fade into each other around
 * the middle of their overlap, where both are far from their edges. Immutable and thread-safe.
 */
final class AxisWindows {
    private static final int CELL = NetworkSpec.SIZE_MULTIPLE;

    private final int axisLength;
    private final int lead;
    private final int count;
    private final int cells;
    private final int windowCells;
    private final int fadeLength;

    /**
     * @param axisLength pixels of the axis, at least 1
     * @param lead pixels of the first cell that lie before the axis, 0…31
     * @param windowPixels longest window, a multiple of {@link NetworkSpec#SIZE_MULTIPLE}; one cell more is taken where
     *     that saves a second window
     * @param overlapPixels pixels that neighbours share at least, less than half a window
     */
    AxisWindows(int axisLength, int lead, int windowPixels, int overlapPixels) {
        if (axisLength < 1 || lead < 0 || lead >= CELL) {
            throw new IllegalArgumentException(
                    "An axis has pixels and begins in its first cell, not " + axisLength + " after " + lead);
        }
        this.axisLength = axisLength;
        this.lead = lead;
        cells = ceilDiv(lead + (long) axisLength, CELL);
        int longest = windowPixels / CELL;
        int overlap = ceilDiv(overlapPixels, CELL);
        if (cells <= longest || axisLength <= windowPixels) {
            count = 1;
            windowCells = cells;
            fadeLength = 0;
        } else {
            count = ceilDiv(cells - overlap, longest - overlap);
            windowCells = ceilDiv(cells - overlap, count) + overlap;
            fadeLength = count == 2 ? overlapPixels : Math.min(overlapPixels, shortestStride());
        }
    }

    int count() {
        return count;
    }

    /** Pixels of every window, a multiple of {@link NetworkSpec#SIZE_MULTIPLE}; some may lie beyond the axis. */
    int windowLength() {
        return windowCells * CELL;
    }

    /** Pixels of a window that lie before the axis. */
    int before(int window) {
        return Math.max(0, -unclippedStart(window));
    }

    /** First pixel of the axis that a window covers. */
    int start(int window) {
        return Math.max(0, unclippedStart(window));
    }

    /** Pixel of the axis after the last one that a window covers. */
    int end(int window) {
        return Math.min(axisLength, unclippedStart(window) + windowLength());
    }

    /**
     * Share of a window in the answer at each pixel of the axis that it covers, 0…1; over all windows a pixel's shares
     * sum to 1.
     */
    float[] weights(int window) {
        float[] weights = new float[end(window) - start(window)];
        for (int i = 0; i < weights.length; i++) {
            int pixel = start(window) + i;
            float fromLeft = window == 0 ? 1 : fade(window, pixel);
            float toRight = window == count - 1 ? 0 : fade(window + 1, pixel);
            weights[i] = fromLeft - toRight;
        }
        return weights;
    }

    /** Pixels of the axis in the middle between neighbouring windows, where one hands over to the next. */
    List<Integer> borders() {
        return IntStream.range(1, count).mapToObj(this::middle).toList();
    }

    private int middle(int window) {
        return (unclippedStart(window) + unclippedStart(window - 1) + windowLength()) / 2;
    }

    private int unclippedStart(int window) {
        int cell = count == 1 ? 0 : (int) Math.round((double) window * (cells - windowCells) / (count - 1));
        return cell * CELL - lead;
    }

    /** How far a pixel has gone from the window before the given one into it: 0, a ramp, 1. */
    private float fade(int window, int pixel) {
        float position = pixel - (middle(window) - fadeLength / 2) + 0.5f;
        return fadeLength == 0 ? (position > 0 ? 1 : 0) : Math.min(1, Math.max(0, position / fadeLength));
    }

    private int shortestStride() {
        int shortest = windowLength();
        for (int window = 1; window < count; window++) {
            shortest = Math.min(shortest, unclippedStart(window) - unclippedStart(window - 1));
        }
        return shortest;
    }

    private static int ceilDiv(long dividend, int divisor) {
        return (int) ((dividend + divisor - 1) / divisor);
    }
}
