package io.treehouse.training.evaluate.disturb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.sample.LabelledTile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DisturbanceTest {
    /** Of the values 0, 100, 250 and 50, 200, 240, whose mean is 140. */
    @ParameterizedTest
    @CsvSource({
        "DARK,      0,  40, 100, 20,  80,  96",
        "FLAT,     70, 120, 195, 95, 170, 190",
        "GAMMA_1_8, 0,  47, 246, 14, 165, 229",
        "GAMMA_0_6, 0, 145, 252, 96, 220, 246",
        "RED_CAST,  0, 100, 250, 65, 200, 240",
        "BLUE_CAST, 0, 100, 255, 50, 200, 255",
        "HAZE,     75, 142, 243, 107, 207, 236"
    })
    void eachValueBecomesWhatTheNameSays(
            Disturbance disturbance, int red1, int green1, int blue1, int red2, int green2, int blue2) {
        LabelledTile disturbed = disturbance.apply(tile(2, 1, 0, 100, 250, 50, 200, 240));

        byte[] expected = bytes(red1, green1, blue1, red2, green2, blue2);
        assertArrayEquals(expected, disturbed.rgb());
    }

    @Test
    void compressionKeepsFlatAreasAndSmearsEdges() {
        int[] values = new int[16 * 16 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 3 % 16 < 5 ? 200 : 60;
        }

        byte[] compressed = Disturbance.JPEG_30.apply(tile(16, 16, values)).rgb();

        int changed = 0;
        for (int i = 0; i < values.length; i++) {
            changed = Math.max(changed, Math.abs((compressed[i] & 255) - values[i]));
        }
        assertTrue(changed > 2 && changed < 80, "changed by " + changed);
        assertEquals(60, compressed[3 * 15] & 255, 12);
    }

    @ParameterizedTest
    @EnumSource
    void thePictureAsItWasAndItsLabelsStay(Disturbance disturbance) {
        LabelledTile tile = tile(2, 1, 10, 20, 30, 40, 50, 60);

        LabelledTile disturbed = disturbance.apply(tile);

        assertArrayEquals(bytes(10, 20, 30, 40, 50, 60), tile.rgb());
        assertNotSame(tile.rgb(), disturbed.rgb());
        assertSame(tile.classSets(), disturbed.classSets());
    }

    private static LabelledTile tile(int width, int height, int... rgb) {
        return new LabelledTile("set", "name", "place", width, height, bytes(rgb), new byte[width * height], 0.5);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
