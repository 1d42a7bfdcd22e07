package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.raster.RgbSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Reads a scene once from top to bottom and yields its rows on the model's grid. Pixels without imagery have no part in
 * the means; a model pixel is valid if any of its ground is. Not thread-safe.
 */
final class ModelRowReader {
    /** Pixels read at once; bounds the memory of a read and does not enter into any value. */
    static final int CHUNK_PIXELS = 1 << 20;

    /** Red, green and blue times the valid share, and the valid share, of each pixel. */
    private static final int CHANNELS = 4;

    private final RgbSource scene;
    private final AxisResampling columns;
    private final AxisResampling rows;
    private final ValidityRows validity;
    private final boolean identity;

    private final int chunkRows;
    private final float[] chunkRgb;
    private final boolean[] chunkValid;
    private int chunkStart;
    private int chunkEnd;

    /** Scene rows with model columns, from {@link #keptStart} on. */
    private final Deque<float[]> kept = new ArrayDeque<>();

    private int keptStart;
    private final float[] sums;
    private int nextRow;

    /**
     * @param columns from the scene's columns to the model's
     * @param rows from the scene's rows to the model's
     * @param validity is given which pixels of each row read are valid
     */
    ModelRowReader(RgbSource scene, AxisResampling columns, AxisResampling rows, ValidityRows validity) {
        this.scene = scene;
        this.columns = columns;
        this.rows = rows;
        this.validity = validity;
        identity = columns.isIdentity() && rows.isIdentity();
        chunkRows = Math.max(1, Math.min(scene.height(), CHUNK_PIXELS / scene.width()));
        chunkRgb = new float[Math.multiplyExact(3 * chunkRows, scene.width())];
        chunkValid = new boolean[chunkRows * scene.width()];
        sums = new float[Math.multiplyExact(CHANNELS, columns.targetLength())];
    }

    /**
     * Yields the next row of the model grid.
     *
     * @param rgb receives {@code [width, 3]} from {@code 3 * offset} on; 0 where nothing is valid
     * @param valid receives {@code [width]} from {@code offset} on
     */
    void next(float[] rgb, boolean[] valid, int offset) {
        if (identity) {
            copyRow(nextRow++, rgb, valid, offset);
            return;
        }
        keepRowsFor(nextRow);
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
     * Goes on with {@code row} of the model grid. The rows before it are read, since their validity counts, and left out.
     *
     * @param row not before the next one; the number of rows for the end
     */
    void skipTo(int row) {
        nextRow = row;
        if (row == rows.targetLength()) {
            readUpTo(scene.height());
            return;
        }
        for (; keptStart < rows.firstTap(row) && !kept.isEmpty(); keptStart++) {
            kept.removeFirst();
        }
        if (kept.isEmpty()) {
            keptStart = rows.firstTap(row);
            readUpTo(keptStart + 1);
        }
    }

    private void readUpTo(int endRow) {
        while (chunkEnd < endRow) {
            readChunk();
        }
    }

    private void copyRow(int row, float[] rgb, boolean[] valid, int offset) {
        readUpTo(row + 1);
        int width = scene.width();
        int from = (row - chunkStart) * width;
        System.arraycopy(chunkRgb, 3 * from, rgb, 3 * offset, 3 * width);
        System.arraycopy(chunkValid, from, valid, offset, width);
        for (int x = offset; x < offset + width; x++) {
            if (!valid[x]) {
                Arrays.fill(rgb, 3 * x, 3 * x + 3, 0);
            }
        }
    }

    private void keepRowsFor(int row) {
        for (; keptStart < rows.firstTap(row); keptStart++) {
            kept.removeFirst();
        }
        while (keptStart + kept.size() < rows.endTap(row)) {
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
        readUpTo(sceneRow + 1);
        int offset = (sceneRow - chunkStart) * scene.width();
        float[] values = new float[sums.length];
        for (int x = 0; x < columns.targetLength(); x++) {
            for (int tap = 0; tap < columns.taps(x); tap++) {
                int pixel = offset + columns.firstTap(x) + tap;
                if (chunkValid[pixel]) {
                    add(columns.weight(x, tap), pixel, values, CHANNELS * x);
                }
            }
        }
        return values;
    }

    private void add(float weight, int pixel, float[] values, int offset) {
        values[offset] += weight * chunkRgb[3 * pixel];
        values[offset + 1] += weight * chunkRgb[3 * pixel + 1];
        values[offset + 2] += weight * chunkRgb[3 * pixel + 2];
        values[offset + 3] += weight;
    }

    private void readChunk() {
        chunkStart = chunkEnd;
        chunkEnd = Math.min(scene.height(), chunkStart + chunkRows);
        scene.read(new PixelWindow(0, chunkStart, scene.width(), chunkEnd - chunkStart), chunkRgb, chunkValid);
        for (int row = 0; row < chunkEnd - chunkStart; row++) {
            validity.append(chunkValid, row * scene.width());
        }
    }
}
