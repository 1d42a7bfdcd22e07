package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisResamplingTest {
    @Test
    void equalLengthsAreTheIdentity() {
        float[] line = {3, 1, 4, 1, 5};

        assertTrue(new AxisResampling(5, 5).isIdentity());
        assertArrayEquals(line, resample(line, 5));
    }

    @Test
    void shrinkingAveragesByTheAreaCovered() {
        // 5 pixels to 2: the middle one counts half on each side.
        assertArrayEquals(
                new float[] {(1 + 2 + 3 / 2f) / 2.5f, (3 / 2f + 4 + 5) / 2.5f}, resample(1, 2, 3, 4, 5), 1e-6f);
    }

    @Test
    void enlargingInterpolatesBetweenPixelCentresAndRepeatsTheEdge() {
        assertArrayEquals(new float[] {0, 1, 3, 4}, resample(new float[] {0, 4}, 4), 1e-6f);
        assertArrayEquals(new float[] {7, 7, 7}, resample(new float[] {7}, 3), 0);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,9", "9,1", "8192,819", "819,8192", "97,96", "96,97", "7,5", "5,7", "40000,3"})
    void weightsOfEveryTargetPixelSumToOneAndItsTapsAreInsideTheSource(int source, int target) {
        AxisResampling resampling = new AxisResampling(source, target);

        for (int i = 0; i < target; i++) {
            double sum = 0;
            for (int tap = 0; tap < resampling.taps(i); tap++) {
                assertTrue(resampling.weight(i, tap) > 0);
                sum += resampling.weight(i, tap);
            }
            assertEquals(1, sum, 1e-5);
            assertTrue(resampling.firstTap(i) >= 0 && resampling.endTap(i) <= source);
        }
    }

    @ParameterizedTest
    @CsvSource({"8,3", "97,96", "96,97", "1,9", "300,30", "30,300"})
    void everySourcePixelHasAPartInTheTargetPixelsOverIt(int source, int target) {
        AxisResampling resampling = new AxisResampling(source, target);

        for (int pixel = 0; pixel < source; pixel++) {
            int over = (int) ((pixel + 0.5) * target / source);
            assertTrue(resampling.firstTap(over) <= pixel && pixel < resampling.endTap(over));
        }
    }

    private static float[] resample(float... fiveToTwo) {
        return resample(fiveToTwo, 2);
    }

    private static float[] resample(float[] line, int length) {
        AxisResampling resampling = new AxisResampling(line.length, length);
        float[] result = new float[length];
        for (int i = 0; i < length; i++) {
            for (int tap = 0; tap < resampling.taps(i); tap++) {
                result[i] += resampling.weight(i, tap) * line[resampling.firstTap(i) + tap];
            }
        }
        return result;
    }
}
