package io.treehouse.inference.scene;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.BitSet;

/**
 * Turns blended probabilities into rows of the class map on the scene's own grid: probabilities are resampled, then the
 * most probable class wins. Not thread-safe.
 */
final class ClassRowWriter {
    private static final int CLASSES = SurfaceClass.COUNT;

    private final BlendedRows blended;
    private final SceneRows sceneRows;
    private final AxisResampling rows;
    private final ValidityRows validity;
    private final PixelClasses pixelClasses;
    private final PixelProbabilities probabilities;
    private final RowRelay relay;
    private final float[] pixel = new float[CLASSES];
    private int nextRow;

    /** @param relay takes finished rows */
    ClassRowWriter(SceneLayout layout, BlendedRows blended, ValidityRows validity, SceneOutput output, RowRelay relay) {
        this.blended = blended;
        this.rows = layout.rowsToScene();
        this.sceneRows = new SceneRows(blended, rows, layout.columnsToScene());
        this.validity = validity;
        this.pixelClasses =
                new PixelClasses(output.temperature(), layout.columnsToScene().targetLength());
        this.probabilities = output.probabilities();
        this.relay = relay;
    }

    /** Classifies all rows that depend on none from {@code finalRows} of the model grid on, and forgets what they used. */
    void writeUpTo(int finalRows) throws InterruptedException {
        while (nextRow < rows.targetLength() && rows.endTap(nextRow) <= finalRows) {
            BitSet valid = validity.removeFirst();
            float[][] planes = sceneRows.row(nextRow);
            if (probabilities != PixelProbabilities.NONE && nextRow % probabilities.step() == 0) {
                tell(planes, valid);
            }
            RowBlock block = relay.blockFor(nextRow);
            pixelClasses.classify(planes, valid, block);
            nextRow++;
            relay.rowDone(nextRow == rows.targetLength());
        }
        blended.discardBefore(sceneRows.nextModelRow());
    }

    private void tell(float[][] planes, BitSet valid) {
        int step = probabilities.step();
        for (int x = 0; x < planes[0].length; x += step) {
            if (valid.get(x)) {
                for (int c = 0; c < CLASSES; c++) {
                    pixel[c] = planes[c][x];
                }
                probabilities.pixel(x, nextRow, pixel);
            }
        }
    }
}
