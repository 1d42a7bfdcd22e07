package io.treehouse.training.augment;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentationsTest {
    private static final int SIZE = 64;
    private static final byte WATER_LABEL = (byte) ClassSet.of(WATER).bits();
    private static final byte ROOF_LABEL = (byte) ClassSet.of(BUILDING).bits();
    private static final byte LAND_LABEL = (byte) ClassSet.of(OTHER).bits();

    /** Water in the upper half; land with a roof in the lower. */
    private static Crop crop() {
        float[] rgb = new float[3 * SIZE * SIZE];
        byte[] labels = new byte[SIZE * SIZE];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            int x = pixel % SIZE;
            int y = pixel / SIZE;
            boolean roof = y > 44 && y < 52 && x > 24 && x < 40;
            labels[pixel] = y < SIZE / 2 ? WATER_LABEL : roof ? ROOF_LABEL : LAND_LABEL;
            for (int c = 0; c < 3; c++) {
                rgb[3 * pixel + c] = 90 + 20 * c + (x * 5 + y * 3) % 11;
            }
        }
        return new Crop(SIZE, rgb, labels);
    }

    static Stream<Augmentation> all() {
        return Stream.of(
                new ColourJitter(),
                new Haze(),
                new Blur(),
                new SensorNoise(),
                new JpegArtefacts(),
                new WaterRecolouring(),
                new DrawnShadows(),
                Augmentations.together(1, 0.15),
                Augmentations.together(0.5, 0.15),
                Augmentations.sensorApart(0.5, 0.5));
    }

    @ParameterizedTest
    @MethodSource("all")
    void valuesStayInRangeAndLabelsStay(Augmentation augmentation) {
        for (int seed = 0; seed < 20; seed++) {
            Crop crop = crop();
            augmentation.apply(crop, new SplittableRandom(seed));
            for (float value : crop.rgb()) {
                assertTrue(value >= 0 && value <= 255, augmentation + " gives " + value);
            }
            assertArrayEquals(crop().classSets(), crop.classSets());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameSeedGivesTheSamePicture(Augmentation augmentation) {
        Crop first = crop();
        Crop second = crop();
        augmentation.apply(first, new SplittableRandom(3));
        augmentation.apply(second, new SplittableRandom(3));

        assertArrayEquals(first.rgb(), second.rgb());
    }

    @Test
    void onlyWaterIsRecoloured() {
        Crop crop = crop();
        float[] before = crop.rgb().clone();

        new WaterRecolouring().apply(crop, new SplittableRandom(1));

        int half = before.length / 2;
        assertFalse(Arrays.equals(before, 0, half, crop.rgb(), 0, half));
        assertTrue(Arrays.equals(before, half, before.length, crop.rgb(), half, before.length));
    }

    @Test
    void shadowsFallOnLandBesideRoofsAndNeverOnWater() {
        Crop crop = crop();
        float[] before = crop.rgb().clone();

        new DrawnShadows().apply(crop, new SplittableRandom(2));

        int darker = 0;
        for (int pixel = 0; pixel < crop.classSets().length; pixel++) {
            boolean changed = crop.rgb()[3 * pixel] < before[3 * pixel];
            darker += changed ? 1 : 0;
            assertFalse(changed && crop.classSets()[pixel] != LAND_LABEL, "pixel " + pixel);
        }
        assertTrue(darker > 20, darker + " pixels lie in shadow");
    }

    @Test
    void noiseKeepsTheMean() {
        Crop crop = crop();
        double before = mean(crop.rgb());

        new SensorNoise().apply(crop, new SplittableRandom(4));

        assertEquals(before, mean(crop.rgb()), 0.5);
    }

    @Test
    void aShareOfZeroChangesNothing() {
        Crop crop = crop();

        new Haze().withProbability(0).apply(crop, new SplittableRandom(5));

        assertArrayEquals(crop().rgb(), crop.rgb());
    }

    @Test
    void picturesThatKeepTheirColoursAreCompressedOnlyWhereTheSensorChangesApart() {
        Crop together = crop();
        Crop apart = crop();

        Augmentations.together(0, 1).apply(together, new SplittableRandom(6));
        Augmentations.sensorApart(0, 1).apply(apart, new SplittableRandom(6));

        assertArrayEquals(crop().rgb(), together.rgb());
        assertFalse(Arrays.equals(crop().rgb(), apart.rgb()));
        assertEquals(mean(crop().rgb()), mean(apart.rgb()), 2, "light stays");
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
