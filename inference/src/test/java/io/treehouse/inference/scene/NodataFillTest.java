package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NodataFillTest {
    @Test
    void aSingleKnownPixelFillsTheWholeImage() {
        float[] rgb = new float[3 * 7 * 5];
        boolean[] valid = new boolean[7 * 5];
        valid[17] = true;
        rgb[3 * 17] = 10;
        rgb[3 * 17 + 1] = 20;
        rgb[3 * 17 + 2] = 30;

        NodataFill.fill(7, 5, rgb, valid);

        for (int i = 0; i < 35; i++) {
            assertArrayEquals(
                    new float[] {10, 20, 30}, new float[] {rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]}, 1e-5f);
        }
    }

    @Test
    void knownPixelsStayAndAHoleLiesBetweenTheValuesAroundIt() {
        Random random = new Random(7);
        float[] rgb = new float[3 * 40 * 33];
        boolean[] valid = new boolean[40 * 33];
        for (int i = 0; i < valid.length; i++) {
            int y = i / 33;
            int x = i % 33;
            valid[i] = y < 5 || y > 20 || x < 9 || x > 30;
            for (int c = 0; c < 3; c++) {
                rgb[3 * i + c] = valid[i] ? 100 + 50 * random.nextFloat() : 0;
            }
        }
        float[] before = rgb.clone();

        NodataFill.fill(40, 33, rgb, valid);

        for (int i = 0; i < rgb.length; i++) {
            if (valid[i / 3]) {
                assertEquals(before[i], rgb[i]);
            } else {
                assertTrue(rgb[i] >= 100 && rgb[i] <= 150);
            }
        }
    }

    @Test
    void anImageWithoutAnyKnownPixelIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> NodataFill.fill(3, 3, new float[27], new boolean[9]));
    }
}
