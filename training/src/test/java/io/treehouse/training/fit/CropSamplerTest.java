package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.layer.ShiftConsistency;
import io.treehouse.training.augment.Augmentations;
import io.treehouse.training.augment.Crop;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CropSamplerTest {
    private static final LabelledTile TILE = DrawnTiles.townByALake("drawn", 64);

    @Test
    void aCropFollowsFromSeedAndNumberAlone() {
        CropSampler sampler = DrawnTiles.sampler(DrawnTiles.config(10));
        Crop later = sampler.draw(5);
        sampler.draw(6);

        assertArrayEquals(
                later.rgb(), DrawnTiles.sampler(DrawnTiles.config(10)).draw(5).rgb());
        assertFalse(Arrays.equals(later.rgb(), sampler.draw(6).rgb()));
    }

    @Test
    void twoCropsOfAPairShowOnePlaceAtTheirShift() {
        CropSettings settings = new CropSettings(32, 0.5, 0.7, -0.5, 0.7, true);
        CropSampler sampler = new CropSampler(
                new TileMixture(List.of(TILE), Map.of("drawn", 1.0)), settings, Augmentations.together(1, 0.15), 3);
        int[] shift = ShiftConsistency.shift(5);

        Crop first = sampler.draw(4);
        Crop second = sampler.draw(5);

        int right = shift[0];
        int down = shift[1];
        for (int y = 0; y < 32 - down; y++) {
            for (int x = 0; x < 32 - right; x++) {
                int there = (y + down) * 32 + x + right;
                assertEquals(first.classSets()[there], second.classSets()[y * 32 + x]);
                assertEquals(first.rgb()[3 * there], second.rgb()[3 * (y * 32 + x)]);
            }
        }
    }

    @Test
    void atTheTilesOwnScaleACropIsACopy() {
        Crop crop = new CropFrame(32, 0, 0, 1, 0).cut(TILE);

        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                assertEquals(TILE.classSets()[y * 64 + x], crop.classSets()[y * 32 + x]);
                assertEquals(TILE.rgb()[3 * (y * 64 + x)] & 255, crop.rgb()[3 * (y * 32 + x)], 1e-3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void turnedAndMirroredCropsShowTheSamePixels(int orientation) {
        double expected = sum(new CropFrame(64, 0, 0, 1, 0).cut(TILE).rgb());

        Crop crop = new CropFrame(64, 0, 0, 1, orientation).cut(TILE);

        assertEquals(expected, sum(crop.rgb()), 1);
        int water = ClassSet.of(SurfaceClass.WATER).bits();
        boolean waterOnTheRight = (orientation & 1) == 1;
        boolean swapped = (orientation & 4) == 4;
        boolean waterBelow = (orientation & 1) == 1;
        int corner = swapped ? (waterBelow ? 63 * 64 : 0) : waterOnTheRight ? 63 : 0;
        assertEquals(water, crop.classSets()[corner]);
    }

    @Test
    void shrinkingAveragesColours() {
        LabelledTile stripes = stripes();

        Crop crop = new CropFrame(32, 0, 0, 2, 0).cut(stripes);

        assertEquals(100, crop.rgb()[3 * (5 * 32 + 5)], 1e-3);
    }

    private static LabelledTile stripes() {
        byte[] rgb = new byte[3 * 64 * 64];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 3 % 2 == 0 ? 0 : 200);
        }
        return new LabelledTile("drawn", "stripes", "place", 64, 64, rgb, new byte[64 * 64], 0.5);
    }

    @Test
    void outsideOfATileNothingIsKnown() {
        Crop crop = new CropFrame(96, -16, -16, 1, 0).cut(TILE);

        assertEquals(0, crop.classSets()[0]);
        assertTrue(crop.rgb()[0] > 0, "colours are mirrored, not black");
    }

    @Test
    void setsAreDrawnByTheirWeight() {
        TileMixture mixture = new TileMixture(
                List.of(DrawnTiles.townByALake("often", 32), DrawnTiles.townByALake("seldom", 96)),
                Map.of("often", 3.0, "seldom", 1.0));
        SplittableRandom random = new SplittableRandom(1);
        int often = 0;
        for (int i = 0; i < 4000; i++) {
            often += mixture.draw(random).tile().set().equals("often") ? 1 : 0;
        }
        assertEquals(3000, often, 120);
    }

    @Test
    void aMarkInALargeTileIsInEveryCropOfIt() {
        byte[] labels = new byte[640 * 640];
        byte water = (byte) ClassSet.of(SurfaceClass.WATER).bits();
        Arrays.fill(labels, 77 * 640 + 600, 77 * 640 + 604, water);
        LabelledTile marked =
                new LabelledTile("feedback", "pond", "pond", 640, 640, new byte[3 * 640 * 640], labels, 0.5);
        CropSampler sampler = new CropSampler(
                new TileMixture(List.of(marked), Map.of()),
                new CropSettings(32, 0.5, 0, 0, 0, false),
                Augmentations.together(1, 0.15),
                1);

        for (int i = 0; i < 50; i++) {
            byte[] taught = sampler.draw(i).classSets();
            Set<Byte> labelsOfCrop = new TreeSet<>();
            for (byte label : taught) {
                labelsOfCrop.add(label);
            }
            assertEquals(Set.of((byte) 0, water), labelsOfCrop);
        }
    }

    @Test
    void aTileThatIsSmallerThanACropLiesInsideOfItWithItsMarks() {
        byte[] labels = new byte[24 * 24];
        labels[24 * 24 - 1] = 4;
        CropSource source =
                CropSource.of(new LabelledTile("feedback", "roof", "roof", 24, 24, new byte[3 * 24 * 24], labels, 0.5));

        for (int seed = 0; seed < 20; seed++) {
            byte[] taught = source.frame(32, 1, new SplittableRandom(seed))
                    .cut(source.tile())
                    .classSets();
            assertEquals(
                    4, IntStream.range(0, taught.length).map(i -> taught[i]).sum());
        }
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
