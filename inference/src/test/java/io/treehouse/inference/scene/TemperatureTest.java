package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {
    @Test
    void temperatureOneOnlyNormalises() {
        assertEquals(0.75f, new Temperature(1).confidence(new float[] {0.6f, 0.2f}, 0), 1e-6f);
    }

    @Test
    void temperatureTwoTakesSquareRoots() {
        // Roots of 0.64, 0.16, 0.04, 0.16, 0: 0.8, 0.4, 0.2, 0.4, 0.
        float[] probabilities = {0.64f, 0.16f, 0.04f, 0.16f, 0};

        assertEquals(0.8f / 1.8f, new Temperature(2).confidence(probabilities, 0), 1e-5f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.3, 2.5})
    void anyRatioIsRaisedToItsPower(double temperature) {
        Temperature scaling = new Temperature(temperature);
        for (double ratio = 1; ratio > 1e-9; ratio *= 0.83) {
            double expected = 1 / (1 + Math.pow(ratio, 1 / temperature));
            assertEquals(expected, scaling.confidence(new float[] {1, (float) ratio}, 0), 1e-4, "ratio " + ratio);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.3})
    void aRowOfPixelsIsWhatItsPixelsAreOneByOne(double temperature) {
        Temperature scaling = new Temperature(temperature);
        Random random = new Random(3);
        float[][] planes = new float[5][20];
        float[] largest = new float[20];
        for (int x = 0; x < 20; x++) {
            for (int c = 0; c < 5; c++) {
                planes[c][x] = random.nextFloat();
                largest[x] = Math.max(largest[x], planes[c][x]);
            }
        }
        float[] confidence = new float[22];

        scaling.confidence(planes, largest, confidence, 2);

        for (int x = 0; x < 20; x++) {
            float[] pixel = new float[5];
            int best = 0;
            for (int c = 0; c < 5; c++) {
                pixel[c] = planes[c][x];
                best = pixel[c] > pixel[best] ? c : best;
            }
            assertEquals(scaling.confidence(pixel, best), confidence[2 + x]);
        }
    }

    @Test
    void temperaturesAreAboveZero() {
        assertThrows(IllegalArgumentException.class, () -> new Temperature(0));
    }

    @Test
    void scaledProbabilitiesAreThePowersNormalised() {
        float[] scaled = new float[3];

        new Temperature(2).scale(new float[] {0.64f, 0.32f, 0.04f}, scaled);

        // Square roots 0.8, 0.5657 and 0.2 over their sum 1.5657.
        assertEquals(0.8 / 1.5657, scaled[0], 1e-4);
        assertEquals(0.5657 / 1.5657, scaled[1], 1e-4);
        assertEquals(0.2 / 1.5657, scaled[2], 1e-4);
        new Temperature(1).scale(new float[] {0.3f, 0.2f, 0}, scaled);
        assertEquals(0.6, scaled[0], 1e-6);
        assertEquals(0, scaled[2], 0);
    }
}
