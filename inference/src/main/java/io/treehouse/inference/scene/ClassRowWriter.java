package io.treehouse.inference.scene;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Turns blended probabilities into rows of the class map on the scene's own grid: probabilities are resampled, then the
 * most probable class wins (the lowest code of equals). Not thread-safe.
 */
final class ClassRowWriter {
    private static final int CLASSES = SurfaceClass.COUNT;

    /** Pixels handed on at once; bounds memory and does not enter into any value. */
    private static final int BLOCK_PIXELS = 1 << 20;

    private final ProbabilityStrip strip;
    private final AxisResampling rows;
    private final AxisResampling columns;
    private final ValidityRows validity;
    private final SceneOutput output;

    private final float[] modelRow;
    private final float[] pixel = new float[CLASSES];
    private final byte[] classes;
    private final float[] confidence;
    private final int width;
    private final int blockRows;
    private int blockStart;
    private int nextRow;

    /**
     * @param rows from the model's rows to the scene's
     * @param columns from the model's columns to the scene's
     */
    ClassRowWriter(
            ProbabilityStrip strip,
            AxisResampling rows,
            AxisResampling columns,
            ValidityRows validity,
            SceneOutput output) {
        this.strip = strip;
        this.rows = rows;
        this.columns = columns;
        this.validity = validity;
        this.output = output;
        modelRow = new float[CLASSES * strip.width()];
        width = columns.targetLength();
        blockRows = Math.max(1, Math.min(rows.targetLength(), BLOCK_PIXELS / width));
        classes = new byte[blockRows * width];
        confidence = new float[blockRows * width];
    }

    /** Classifies all rows that depend on none from {@code finalRows} of the model grid on, and forgets what they used. */
    void writeUpTo(int finalRows) {
        while (nextRow < rows.targetLength() && rows.endTap(nextRow) <= finalRows) {
            strip.sceneRow(rows, nextRow, modelRow);
            classifyRow(validity.removeFirst(), (nextRow - blockStart) * width);
            nextRow++;
            if (nextRow - blockStart == blockRows || nextRow == rows.targetLength()) {
                flush();
            }
        }
        boolean finished = nextRow == rows.targetLength();
        strip.discardBefore(finished ? finalRows : Math.min(finalRows, rows.firstTap(nextRow)));
    }

    private void classifyRow(BitSet valid, int offset) {
        Arrays.fill(classes, offset, offset + width, (byte) SurfaceClass.NODATA);
        Arrays.fill(confidence, offset, offset + width, 0);
        for (int x = valid.nextSetBit(0); x >= 0; x = valid.nextSetBit(x + 1)) {
            resamplePixel(x);
            output.probabilities().pixel(x, nextRow, pixel);
            classifyPixel(offset + x);
        }
    }

    private void resamplePixel(int x) {
        Arrays.fill(pixel, 0);
        for (int tap = 0; tap < columns.taps(x); tap++) {
            float weight = columns.weight(x, tap);
            int from = CLASSES * (columns.firstTap(x) + tap);
            for (int c = 0; c < CLASSES; c++) {
                pixel[c] += weight * modelRow[from + c];
            }
        }
    }

    private void classifyPixel(int to) {
        int best = 0;
        for (int c = 1; c < CLASSES; c++) {
            best = pixel[c] > pixel[best] ? c : best;
        }
        classes[to] = (byte) best;
        confidence[to] = output.temperature().confidence(pixel, best);
    }

    private void flush() {
        output.classes().rows(blockStart, nextRow - blockStart, classes, confidence);
        blockStart = nextRow;
    }
}
