package io.treehouse.training.evaluate;

import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.training.evaluate.objects.ObjectScores;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final byte WATER_LABEL = (byte) ClassSet.of(WATER).bits();

    private static LabelledTile tile() {
        byte[] rgb = new byte[4 * 3 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (100 + i * 5);
        }
        byte[] labels = {WATER_LABEL, WATER_LABEL, WATER_LABEL, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        return new LabelledTile("set", "picture", "place", 4, 3, rgb, labels, 0.3);
    }

    @Test
    void pixelsWithoutLabelOrAnswerAreNotCounted() {
        byte water = (byte) WATER.code();
        byte other = (byte) OTHER.code();
        byte[] classes = {water, other, (byte) 255, water, water, water, water, water, water, water, water, water};

        assertEquals(
                new ClassScore(1, 0, 1),
                TileScore.of(tile(), classes, ObjectScores.NONE).confusion().score(WATER));
    }

    @Test
    void aLabelledPictureIsReadAsAScene() {
        LabelledTileSource source = new LabelledTileSource(tile());
        float[] rgb = new float[6];
        boolean[] valid = new boolean[2];

        source.read(new PixelWindow(1, 2, 2, 1), rgb, valid);

        // Row 2, column 1 begins at value 3 * (2 * 4 + 1) = 27: 100 + 27 * 5 = 235; unsigned bytes wrap at 256.
        assertArrayEquals(new float[] {235, 240, 245, 250, 255, 4}, rgb);
        assertArrayEquals(new boolean[] {true, true}, valid);
        assertEquals(0.3, source.groundSampling().metres(), 1e-12);
    }
}
