package io.treehouse.inference.scene;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Brings blended probabilities from one grid back to the scene's, row by row from top to bottom; of the grid's rows only
 * those are held that a row of the scene is made of. Not thread-safe.
 */
final class SceneRows {
    private static final int CLASSES = SurfaceClass.COUNT;

    private final BlendedRows blended;
    private final AxisResampling rows;
    private final AxisResampling columns;
    private final Deque<float[][]> kept = new ArrayDeque<>();
    private final Deque<float[][]> free = new ArrayDeque<>();
    private int keptStart;
    private int finalRows;
    private final float[][] sums;
    private final float[][] onScene;

    /**
     * @param rows from the model's rows to the scene's
     * @param columns from the model's columns to the scene's
     */
    SceneRows(BlendedRows blended, AxisResampling rows, AxisResampling columns) {
        this.blended = blended;
        this.rows = rows;
        this.columns = columns;
        sums = new float[CLASSES][rows.isIdentity() ? 0 : columns.sourceLength()];
        onScene = new float[CLASSES][columns.isIdentity() ? 0 : columns.targetLength()];
    }

    /** The probabilities of a row of the scene, for each class {@code [width]}; only valid until the next call. */
    float[][] row(int sceneRow) {
        keepRowsFor(sceneRow);
        float[][] modelRow = rows.isIdentity() ? kept.getFirst() : sumOfKept(sceneRow);
        if (columns.isIdentity()) {
            return modelRow;
        }
        for (int c = 0; c < CLASSES; c++) {
            columns.resample(modelRow[c], onScene[c]);
        }
        return onScene;
    }

    /** Notes that rows of the grid before this one depend on no window which is still to come. */
    void finalUpTo(int row) {
        finalRows = row;
    }

    /** Whether a row of the scene depends on no window which is still to come. */
    boolean isFinal(int sceneRow) {
        return rows.endTap(sceneRow) <= finalRows;
    }

    /** Forgets the windows that the rows to come need no more. */
    void discardUsed() {
        blended.discardBefore(nextModelRow());
    }

    /** The first row of the grid that has not been blended yet. */
    private int nextModelRow() {
        return keptStart + kept.size();
    }

    private void keepRowsFor(int sceneRow) {
        for (; keptStart < rows.firstTap(sceneRow); keptStart++) {
            free.add(kept.removeFirst());
        }
        while (nextModelRow() < rows.endTap(sceneRow)) {
            float[][] planes = free.isEmpty() ? new float[CLASSES][columns.sourceLength()] : free.remove();
            blended.blend(nextModelRow(), planes);
            kept.addLast(planes);
        }
    }

    private float[][] sumOfKept(int sceneRow) {
        for (int c = 0; c < CLASSES; c++) {
            Arrays.fill(sums[c], 0);
            int tap = 0;
            for (float[][] planes : kept) {
                addWeighted(rows.weight(sceneRow, tap++), planes[c], sums[c]);
            }
        }
        return sums;
    }

    private static void addWeighted(float weight, float[] from, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * from[x];
        }
    }
}
