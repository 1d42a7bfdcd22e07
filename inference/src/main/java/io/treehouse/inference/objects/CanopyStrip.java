package io.treehouse.inference.objects;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;

/** The rows of a map that crowns are sought in, with what has been taken by crowns. Not thread-safe. */
final class CanopyStrip {
    private static final byte CANOPY = (byte) SurfaceClass.TREE_CANOPY.code();

    private final int width;
    private final byte[] classes;
    private final float[] confidence;
    private final boolean[] taken;
    private int firstRow;
    private int rows;

    /** @param capacity most rows held at once */
    CanopyStrip(int width, int capacity) {
        this.width = width;
        classes = new byte[Math.multiplyExact(width, capacity)];
        confidence = new float[classes.length];
        taken = new boolean[classes.length];
    }

    void add(MapRow row) {
        int to = rows * width;
        System.arraycopy(row.classes(), row.offset(), classes, to, width);
        System.arraycopy(row.confidence(), row.offset(), confidence, to, width);
        Arrays.fill(taken, to, to + width, false);
        rows++;
    }

    void discardBefore(int row) {
        int gone = Math.max(0, row - firstRow);
        int from = gone * width;
        int length = rows * width - from;
        System.arraycopy(classes, from, classes, 0, length);
        System.arraycopy(confidence, from, confidence, 0, length);
        System.arraycopy(taken, from, taken, 0, length);
        firstRow += gone;
        rows -= gone;
    }

    int width() {
        return width;
    }

    int firstRow() {
        return firstRow;
    }

    int rows() {
        return rows;
    }

    /** Probabilities of the classes chosen; the first belongs to the first pixel of {@link #firstRow()}. */
    float[] confidence() {
        return confidence;
    }

    /** @param canopy receives {@code [rows, width]}: 1 for canopy, 0 for all else */
    void markCanopy(float[] canopy) {
        for (int pixel = 0; pixel < rows * width; pixel++) {
            canopy[pixel] = classes[pixel] == CANOPY ? 1 : 0;
        }
    }

    /**
     * Marks the canopy that no crown has yet.
     *
     * @param free receives {@code [rows, width]}
     * @return whether there is any canopy, taken or not
     */
    boolean markFree(boolean[] free) {
        boolean any = false;
        for (int pixel = 0; pixel < rows * width; pixel++) {
            boolean canopy = classes[pixel] == CANOPY;
            free[pixel] = canopy && !taken[pixel];
            any |= canopy;
        }
        return any;
    }

    boolean isNodata(int pixel) {
        return classes[pixel] == MapRow.NODATA;
    }

    void take(int start, int end) {
        Arrays.fill(taken, start, end, true);
    }
}
