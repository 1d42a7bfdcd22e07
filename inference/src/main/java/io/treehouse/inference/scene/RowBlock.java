package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.ClassRowSink;

/** Some finished rows of a class map on their way to the sink. Belongs to one thread at a time. */
final class RowBlock {
    private final int width;
    private final byte[] classes;
    private final float[] confidence;
    private int firstRow;
    private int rows;

    /** @param capacity most rows */
    RowBlock(int width, int capacity) {
        this.width = width;
        classes = new byte[Math.multiplyExact(width, capacity)];
        confidence = new float[classes.length];
    }

    byte[] classes() {
        return classes;
    }

    float[] confidence() {
        return confidence;
    }

    /** Where the next row begins in both arrays. */
    int end() {
        return rows * width;
    }

    int rows() {
        return rows;
    }

    /** Empties the block. */
    void begin(int row) {
        firstRow = row;
        rows = 0;
    }

    /** Counts a row that was written from {@link #end()} on. */
    void addRow() {
        rows++;
    }

    void writeTo(ClassRowSink sink) {
        sink.rows(firstRow, rows, classes, confidence);
    }
}
