package io.treehouse.inference.scene;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.engine.ProbabilityHead;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one look says about single rows of the grid, made from the logits of the windows that cover them. Windows
 * enter in a fixed order (row by row, each from the left), so that sums are the same bit for bit in every run. Only logits
 * are held, of the rows of windows that are still needed. Not thread-safe.
 */
final class BlendedLook {
    private static final int CLASSES = SurfaceClass.COUNT;

    /**
     * One row of windows: logits {@code [5, height, width]} by column (of length 0 without imagery) and the shares of its
     * rows of pixels.
     */
    private record HeldRow(float[][] logits, float[] shares) {}

    private final AxisWindows rows;
    private final AxisWindows columns;
    private final float share;
    private final int enlargement;
    private final Map<Integer, HeldRow> held = new TreeMap<>();
    private final ProbabilityHead head = new ProbabilityHead();
    private final float[][] columnShares;
    private final float[][] window;
    private final float[] weights;

    /** @param enlargement how many times as high and wide as its logits a window is */
    BlendedLook(Look look, int enlargement) {
        rows = look.rows();
        columns = look.columns();
        share = look.share();
        this.enlargement = enlargement;
        columnShares = new float[columns.count()][];
        for (int column = 0; column < columns.count(); column++) {
            columnShares[column] = columns.weights(column);
        }
        window = new float[CLASSES][columns.windowLength()];
        weights = new float[columns.windowLength()];
    }

    /** Takes the logits of a window, {@code [height, width, 5]}; of length 0 if it has no imagery. */
    void put(int row, int column, float[] logits) {
        held.computeIfAbsent(row, added -> new HeldRow(new float[columns.count()][], rows.weights(added)))
                        .logits()[column] =
                ProbabilityHead.planes(logits, logits.length / CLASSES);
    }

    /** Forgets the windows that say nothing about {@code row} of the grid and what lies below. */
    void discardBefore(int row) {
        held.keySet().removeIf(windowRow -> rows.end(windowRow) <= row);
    }

    /**
     * Adds this look's share of one row of the grid; all windows that cover it are held.
     *
     * @param planes sums, for each class {@code [width]}
     */
    void addTo(int row, float[][] planes) {
        held.forEach((windowRow, windows) -> {
            int y = row - rows.start(windowRow);
            if (y >= 0 && y < windows.shares().length && windows.shares()[y] > 0) {
                add(windows, rows.before(windowRow) + y, share * windows.shares()[y], planes);
            }
        });
    }

    private void add(HeldRow windows, int y, float rowShare, float[][] planes) {
        int coarseHeight = rows.windowLength() / enlargement;
        int coarseWidth = columns.windowLength() / enlargement;
        for (int column = 0; column < columns.count(); column++) {
            float[] logits = windows.logits()[column];
            if (logits.length == 0) {
                continue;
            }
            head.row(logits, coarseHeight, coarseWidth, enlargement, y, window);
            float[] shares = columnShares[column];
            for (int x = 0; x < shares.length; x++) {
                weights[x] = rowShare * shares[x];
            }
            for (int c = 0; c < CLASSES; c++) {
                addWeighted(window[c], columns.before(column), planes[c], columns.start(column), shares.length);
            }
        }
    }

    private void addWeighted(float[] from, int first, float[] sums, int to, int length) {
        for (int x = 0; x < length; x++) {
            sums[to + x] += weights[x] * from[first + x];
        }
    }
}
