package io.treehouse.inference.scene;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;

/**
 * Blended class probabilities of the rows of the model grid that are not yet classified, over the whole width. Windows
 * are added in a fixed order, so that sums are the same bit for bit in every run. Not thread-safe.
 */
final class ProbabilityStrip {
    private static final int CLASSES = SurfaceClass.COUNT;

    private final int width;
    private final int rows;
    private final float[] sums;
    private int start;

    /**
     * @param width columns of the model grid
     * @param rows rows that are held at once
     */
    ProbabilityStrip(int width, int rows) {
        this.width = width;
        this.rows = rows;
        sums = new float[Math.multiplyExact(Math.multiplyExact(width, rows), CLASSES)];
    }

    /** Columns of the model grid. */
    int width() {
        return width;
    }

    /**
     * Adds what a window says of the pixels that it covers, weighted by its shares.
     *
     * @param probabilities {@code [height, width, 5]} of the whole window
     */
    void add(AxisWindows rowWindows, int row, AxisWindows columnWindows, int column, float[] probabilities) {
        float[] rowWeights = rowWindows.weights(row);
        float[] columnWeights = columnWindows.weights(column);
        int stride = columnWindows.windowLength();
        int from = rowWindows.before(row) * stride + columnWindows.before(column);
        int to = (rowWindows.start(row) - start) * width + columnWindows.start(column);
        for (int y = 0; y < rowWeights.length; y++) {
            if (rowWeights[y] > 0) {
                addRow(
                        probabilities,
                        CLASSES * (from + y * stride),
                        CLASSES * (to + y * width),
                        rowWeights[y],
                        columnWeights);
            }
        }
    }

    private void addRow(float[] probabilities, int from, int to, float rowWeight, float[] columnWeights) {
        for (int x = 0; x < columnWeights.length; x++) {
            float weight = rowWeight * columnWeights[x];
            for (int c = 0; c < CLASSES; c++) {
                sums[to + CLASSES * x + c] += weight * probabilities[from + CLASSES * x + c];
            }
        }
    }

    /** Forgets the rows before {@code row} and makes room for as many new ones. */
    void discardBefore(int row) {
        int dropped = Math.min(row - start, rows) * width * CLASSES;
        System.arraycopy(sums, dropped, sums, 0, sums.length - dropped);
        Arrays.fill(sums, sums.length - dropped, sums.length, 0);
        start = row;
    }

    /**
     * The probabilities {@code [width, 5]} of a row of the scene, on the model's columns.
     *
     * @param toScene from the model's rows to the scene's; the row's taps are held
     */
    void sceneRow(AxisResampling toScene, int sceneRow, float[] probabilities) {
        Arrays.fill(probabilities, 0);
        for (int tap = 0; tap < toScene.taps(sceneRow); tap++) {
            float weight = toScene.weight(sceneRow, tap);
            int from = (toScene.firstTap(sceneRow) + tap - start) * width * CLASSES;
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] += weight * sums[from + i];
            }
        }
    }
}
