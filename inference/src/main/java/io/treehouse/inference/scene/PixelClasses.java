package io.treehouse.inference.scene;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.BitSet;

/**
 * Chooses the class of each pixel of a row: the most probable one wins, the lowest code of equals. Works class by class,
 * in loops that are compiled to vector instructions where they can be. Not thread-safe.
 */
final class PixelClasses {
    private static final int CLASSES = SurfaceClass.COUNT;

    private final Temperature temperature;
    private final float[] largest;

    /** @param width pixels of a row */
    PixelClasses(Temperature temperature, int width) {
        this.temperature = temperature;
        largest = new float[width];
    }

    /**
     * Classifies a row.
     *
     * @param planes probabilities, for each class {@code [width]}
     * @param valid pixels with imagery; the others become nodata
     * @param block receives the row
     */
    void classify(float[][] planes, BitSet valid, RowBlock block) {
        int width = largest.length;
        int at = block.end();
        System.arraycopy(planes[0], 0, largest, 0, width);
        for (int c = 1; c < CLASSES; c++) {
            raise(largest, planes[c]);
        }
        choose(planes, block.classes(), at);
        temperature.confidence(planes, largest, block.confidence(), at);
        if (valid.cardinality() < width) {
            for (int x = valid.nextClearBit(0); x < width; x = valid.nextClearBit(x + 1)) {
                block.classes()[at + x] = (byte) SurfaceClass.NODATA;
                block.confidence()[at + x] = 0;
            }
        }
        block.addRow();
    }

    private static void raise(float[] values, float[] others) {
        for (int x = 0; x < values.length; x++) {
            values[x] = Math.max(values[x], others[x]);
        }
    }

    private void choose(float[][] planes, byte[] classes, int at) {
        for (int x = 0; x < largest.length; x++) {
            int best = 0;
            while (best < CLASSES - 1 && planes[best][x] != largest[x]) {
                best++;
            }
            classes[at + x] = (byte) best;
        }
    }
}
