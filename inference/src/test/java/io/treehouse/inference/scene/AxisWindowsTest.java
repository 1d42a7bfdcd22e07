package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisWindowsTest {
    @Test
    void anAxisThatFitsIntoOneWindowHasOneOfItsOwnLength() {
        AxisWindows windows = new AxisWindows(700, 768, 128);

        assertEquals(1, windows.count());
        assertEquals(700, windows.windowLength());
        assertEquals(704, windows.paddedLength());
    }

    @Test
    void twoWindowsOfALongerAxisAreNoLongerThanTheOverlapNeeds() {
        AxisWindows windows = new AxisWindows(1024, 768, 128);

        assertEquals(2, windows.count());
        assertEquals(576, windows.windowLength());
        assertEquals(0, windows.start(0));
        assertEquals(448, windows.start(1));
    }

    @Test
    void neighboursFadeIntoEachOtherInTheMiddleOfTheirOverlap() {
        // Windows 0…575 and 448…1023 share 448…575.
        float[] left = new AxisWindows(1024, 768, 128).weights(0);

        assertEquals(1, left[447]);
        assertEquals(1 - 0.5f / 128, left[448]);
        assertEquals(0.5f, (left[511] + left[512]) / 2);
        assertEquals(0.5f / 128, left[575], 1e-6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 32, 33, 767, 768, 769, 800, 1023, 1024, 1408, 1409, 1500, 2048, 8191, 8192, 32768})
    void windowsCoverTheAxisWithoutPaddingShareTheOverlapAndTheirWeightsSumToOne(int length) {
        check(length, 768, 128);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 66, 96, 97, 113, 128, 1000})
    void thatHoldsForOtherWindowsToo(int length) {
        check(length, 64, 16);
        check(length, 64, 31);
        check(length, 64, 0);
    }

    private static void check(int length, int window, int overlap) {
        AxisWindows windows = new AxisWindows(length, window, overlap);
        double[] sums = new double[length];
        for (int i = 0; i < windows.count(); i++) {
            float[] weights = windows.weights(i);
            for (int k = 0; k < weights.length; k++) {
                assertTrue(weights[k] >= 0 && weights[k] <= 1);
                sums[windows.start(i) + k] += weights[k];
            }
            if (i > 0) {
                assertTrue(windows.end(i - 1) - windows.start(i) >= overlap);
            }
        }
        for (double sum : sums) {
            assertEquals(1, sum, 1e-6);
        }
        assertTrue(windows.paddedLength() <= window);
        assertEquals(length, windows.end(windows.count() - 1));
        assertTrue(windows.count() == 1 || windows.windowLength() % 32 == 0);
    }
}
