package io.treehouse.inference.scene;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.BitSet;

/**
 * Turns probabilities of rows of the scene into rows of the class map: the most probable class wins. Not thread-safe.
 */
final class ClassRowWriter {
    private static final int CLASSES = SurfaceClass.COUNT;

    private final MixedRows rows;
    private final ValidityRows validity;
    private final PixelClasses pixelClasses;
    private final PixelProbabilities probabilities;
    private final RowRelay relay;
    private final float[] pixel = new float[CLASSES];
    private int nextRow;

    /** @param relay takes finished rows */
    ClassRowWriter(MixedRows rows, ValidityRows validity, SceneOutput output, RowRelay relay) {
        this.rows = rows;
        this.validity = validity;
        this.pixelClasses = new PixelClasses(output.temperature(), rows.sceneWidth());
        this.probabilities = output.probabilities();
        this.relay = relay;
    }

    /** Classifies all rows that depend on no window which is still to come, and forgets what they used. */
    void writeWhatIsFinal() throws InterruptedException {
        while (nextRow < rows.sceneHeight() && rows.isFinal(nextRow)) {
            BitSet valid = validity.removeFirst();
            float[][] planes = rows.row(nextRow);
            if (probabilities != PixelProbabilities.NONE && nextRow % probabilities.step() == 0) {
                tell(planes, valid);
            }
            RowBlock block = relay.blockFor(nextRow);
            pixelClasses.classify(planes, valid, block);
            nextRow++;
            relay.rowDone(nextRow == rows.sceneHeight());
        }
        rows.discardUsed();
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
