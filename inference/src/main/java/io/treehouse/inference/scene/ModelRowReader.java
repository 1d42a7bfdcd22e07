package io.treehouse.inference.scene;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Yields the rows of a scene on one of its grids, from top to bottom. Pixels without imagery have no part in
 * the means; a model pixel is valid if any of its ground is. Not thread-safe.
 */
final class ModelRowReader {
    /** Red, green and blue times the valid share, and the valid share, of each pixel. */
    private static final int CHANNELS = 4;

    private final SceneChunks scene;
    private final AxisResampling columns;
    private final AxisResampling rows;
    private final boolean identity;

    /** Scene rows with model columns, from {@link #keptStart} on. */
    private final Deque<float[]> kept = new ArrayDeque<>();

    private int keptStart;
    private final float[] sums;
    private int nextRow;

    /**
     * @param columns from the scene's columns to the model's
     * @param rows from the scene's rows to the model's
     */
    ModelRowReader(SceneChunks scene, AxisResampling columns, AxisResampling rows) {
        this.scene = scene;
        this.columns = columns;
        this.rows = rows;
        identity = columns.isIdentity() && rows.isIdentity();
        sums = new float[Math.multiplyExact(CHANNELS, columns.targetLength())];
    }

    /**
     * Yields the next row of the grid.
     *
     * @param rgb receives {@code [width, 3]} from {@code 3 * offset} on; 0 where nothing is valid
     * @param valid receives {@code [width]} from {@code offset} on
     */
    void next(float[] rgb, boolean[] valid, int offset) {
        if (identity) {
            copyRow(nextRow++, rgb, valid, offset);
            return;
        }
        dropRowsBefore(nextRow);
        keepRowsUpTo(rows.endTap(nextRow));
        sumKeptRows(nextRow++);
        for (int x = 0; x < columns.targetLength(); x++) {
            float share = sums[CHANNELS * x + 3];
            valid[offset + x] = share > 0;
            for (int c = 0; c < 3; c++) {
                rgb[3 * (offset + x) + c] = share > 0 ? sums[CHANNELS * x + c] / share : 0;
            }
        }
    }

    /**
     * Goes on with {@code row} of the grid. The rows before it are read, since their validity counts, and left out.
     *
     * @param row not before the next one; the number of rows for the end
     */
    void skipTo(int row) {
        nextRow = row;
        if (row == rows.targetLength()) {
            scene.readUpTo(scene.height());
            return;
        }
        dropRowsBefore(row);
        if (kept.isEmpty()) {
            scene.readUpTo(keptStart + 1);
        }
    }

    /** Whether the next row of the grid can be had without reading on. */
    boolean hasNext() {
        return nextRow < rows.targetLength() && rows.endTap(nextRow) <= scene.end();
    }

    /** Keeps the rows that are there and that {@link #next} will need when they are not any more. */
    void keepRest() {
        if (!identity && nextRow < rows.targetLength()) {
            dropRowsBefore(nextRow);
            keepRowsUpTo(scene.end());
        }
    }

    private void copyRow(int row, float[] rgb, boolean[] valid, int offset) {
        scene.readUpTo(row + 1);
        int width = scene.width();
        int from = scene.offset(row);
        System.arraycopy(scene.rgb(), 3 * from, rgb, 3 * offset, 3 * width);
        System.arraycopy(scene.valid(), from, valid, offset, width);
        for (int x = offset; x < offset + width; x++) {
            if (!valid[x]) {
                Arrays.fill(rgb, 3 * x, 3 * x + 3, 0);
            }
        }
    }

    private void dropRowsBefore(int row) {
        for (; keptStart < rows.firstTap(row) && !kept.isEmpty(); keptStart++) {
            kept.removeFirst();
        }
        keptStart = kept.isEmpty() ? Math.max(keptStart, rows.firstTap(row)) : keptStart;
    }

    private void keepRowsUpTo(int end) {
        while (keptStart + kept.size() < end) {
            kept.addLast(shrunkOrEnlarged(keptStart + kept.size()));
        }
    }

    private void sumKeptRows(int row) {
        Arrays.fill(sums, 0);
        int tap = 0;
        for (float[] values : kept) {
            float weight = rows.weight(row, tap++);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * values[i];
            }
        }
    }

    /** A row of the scene with the model's columns. */
    private float[] shrunkOrEnlarged(int sceneRow) {
        scene.readUpTo(sceneRow + 1);
        int offset = scene.offset(sceneRow);
        float[] values = new float[sums.length];
        boolean[] valid = scene.valid();
        for (int x = 0; x < columns.targetLength(); x++) {
            for (int tap = 0; tap < columns.taps(x); tap++) {
                int pixel = offset + columns.firstTap(x) + tap;
                if (valid[pixel]) {
                    add(columns.weight(x, tap), pixel, values, CHANNELS * x);
                }
            }
        }
        return values;
    }

    private void add(float weight, int pixel, float[] values, int offset) {
        float[] rgb = scene.rgb();
        values[offset] += weight * rgb[3 * pixel];
        values[offset + 1] += weight * rgb[3 * pixel + 1];
        values[offset + 2] += weight * rgb[3 * pixel + 2];
        values[offset + 3] += weight;
    }
}
