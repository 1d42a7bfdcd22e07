package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisWindowsTest {
    @Test
    void anAxisThatFitsIntoOneWindowHasOneOfItsOwnLengthInWholeCells() {
        AxisWindows windows = new AxisWindows(700, 0, 768, 128);

        assertEquals(1, windows.count());
        assertEquals(704, windows.windowLength());
        assertEquals(0, windows.start(0));
        assertEquals(700, windows.end(0));
    }

    @Test
    void twoWindowsOfALongerAxisAreNoLongerThanTheOverlapNeeds() {
        AxisWindows windows = new AxisWindows(1024, 0, 768, 128);

        assertEquals(2, windows.count());
        assertEquals(576, windows.windowLength());
        assertEquals(0, windows.start(0));
        assertEquals(448, windows.start(1));
    }

    @Test
    void neighboursFadeIntoEachOtherInTheMiddleOfTheirOverlap() {
        // Windows 0…575 and 448…1023 share 448…575.
        float[] left = new AxisWindows(1024, 0, 768, 128).weights(0);

        assertEquals(1, left[447]);
        assertEquals(1 - 0.5f / 128, left[448]);
        assertEquals(0.5f, (left[511] + left[512]) / 2);
        assertEquals(0.5f / 128, left[575], 1e-6);
    }

    @Test
    void aWindowBeginsBeforeTheAxisWhereItsFirstCellDoes() {
        AxisWindows windows = new AxisWindows(256, 10, 768, 128);

        assertEquals(288, windows.windowLength());
        assertEquals(10, windows.before(0));
        assertEquals(0, windows.start(0));
        assertEquals(256, windows.end(0));
    }

    @Test
    void aTileAsLongAsAWindowIsNotCutInTwoBecauseOfItsLead() {
        AxisWindows windows = new AxisWindows(768, 1, 768, 128);

        assertEquals(1, windows.count());
        assertEquals(800, windows.windowLength());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 32, 33, 767, 768, 769, 800, 1023, 1024, 1408, 1409, 1500, 2048, 8191, 8192, 32768})
    void windowsCoverTheAxisShareTheOverlapAndTheirWeightsSumToOne(int length) {
        check(length, 0, 768, 128);
        check(length, 1, 768, 128);
        check(length, 31, 768, 128);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 66, 96, 97, 113, 128, 1000})
    void thatHoldsForOtherWindowsToo(int length) {
        check(length, 0, 128, 16);
        check(length, 17, 128, 31);
        check(length, 5, 64, 0);
    }

    private static void check(int length, int lead, int window, int overlap) {
        AxisWindows windows = new AxisWindows(length, lead, window, overlap);
        double[] sums = new double[length];
        for (int i = 0; i < windows.count(); i++) {
            float[] weights = windows.weights(i);
            for (int k = 0; k < weights.length; k++) {
                assertTrue(weights[k] >= 0 && weights[k] <= 1);
                sums[windows.start(i) + k] += weights[k];
            }
            assertEquals(0, (lead + windows.start(i) - windows.before(i)) % 32, "between two cells");
            if (i > 0) {
                assertTrue(windows.end(i - 1) - windows.start(i) >= overlap);
            }
        }
        for (double sum : sums) {
            assertEquals(1, sum, 1e-6);
        }
        assertTrue(windows.windowLength() <= (windows.count() == 1 ? window + 32 : window));
        assertEquals(lead, windows.before(0));
        assertEquals(length, windows.end(windows.count() - 1));
        assertEquals(0, windows.windowLength() % 32);
    }
}
