package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.ClassRowSink;
import java.util.Arrays;

/** Keeps a whole class map, and checks that its rows come in order without gaps. */
public final class CollectedMap implements ClassRowSink {
    private final int width;
    private final byte[] classes;
    private final float[] confidence;
    private int nextRow;

    public CollectedMap(int width, int height) {
        this.width = width;
        classes = new byte[width * height];
        confidence = new float[width * height];
    }

    @Override
    public void rows(int firstRow, int rows, byte[] rowClasses, float[] rowConfidence) {
        if (firstRow != nextRow) {
            throw new AssertionError("Row " + nextRow + " should come next, not " + firstRow);
        }
        System.arraycopy(rowClasses, 0, classes, firstRow * width, rows * width);
        System.arraycopy(rowConfidence, 0, confidence, firstRow * width, rows * width);
        nextRow += rows;
    }

    public int rowsReceived() {
        return nextRow;
    }

    public int code(int x, int y) {
        return Byte.toUnsignedInt(classes[y * width + x]);
    }

    public float confidence(int x, int y) {
        return confidence[y * width + x];
    }

    public long count(int code) {
        int count = 0;
        for (byte value : classes) {
            count += Byte.toUnsignedInt(value) == code ? 1 : 0;
        }
        return count;
    }

    /** Whether classes and confidence are equal bit for bit. */
    public boolean isSameAs(CollectedMap other) {
        return Arrays.equals(classes, other.classes) && Arrays.equals(confidence, other.confidence);
    }
}
