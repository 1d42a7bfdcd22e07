package io.treehouse.inference.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.raster.RgbSource;
import io.treehouse.datasets.raster.ValueRange;
import io.treehouse.inference.scene.Temperature;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TileSamplerTest {
    private static final ValueRange RANGE = new ValueRange(10, 900, ValueRange.Source.PERCENTILES);

    /** 16 × 16 pixels: red is the column, green 100, blue 0 above and 200 below; the last column is no imagery. */
    private record Drawn(GroundSampling groundSampling) implements RgbSource {
        @Override
        public int width() {
            return 16;
        }

        @Override
        public int height() {
            return 16;
        }

        @Override
        public void read(PixelWindow window, float[] rgb, boolean[] valid) {
            for (int i = 0; i < window.pixels(); i++) {
                int x = window.x() + i % window.width();
                int y = window.y() + i / window.width();
                rgb[3 * i] = x;
                rgb[3 * i + 1] = 100;
                rgb[3 * i + 2] = y < 8 ? 0 : 200;
                valid[i] = x < 15;
            }
        }
    }

    private static TileSampler sampler(GroundSampling ground, double temperature) {
        return new TileSampler(new Drawn(ground), new Temperature(temperature), 4, RANGE);
    }

    private static GroundSampling gsd(double metres) {
        return new GroundSampling(metres, metres, GroundSampling.Source.PARAMETER);
    }

    @Test
    void coloursAreThoseOfEveryEighthPixelHoweverTheTileIsRead() {
        TileSampler sampler = sampler(gsd(0.30002), 1);
        for (int row = 0; row < 16; row += 3) {
            int rows = Math.min(3, 16 - row);
            sampler.source().read(new PixelWindow(0, row, 16, rows), new float[3 * 48], new boolean[48]);
        }

        Map<TileFeature, Double> values = sampler.statistics().values();

        // Columns 0 and 8, rows 0 and 8: red 0, 8, 0, 8; grey 33.3, 36, 100, 102.7.
        assertEquals(4, values.get(TileFeature.MEAN_RED));
        assertEquals(100, values.get(TileFeature.MEAN_GREEN));
        assertEquals(100, values.get(TileFeature.MEAN_BLUE));
        assertEquals(33.36, values.get(TileFeature.CONTRAST), 0.01);
        assertEquals(0.3, values.get(TileFeature.GSD_METRES));
        assertEquals(4, values.get(TileFeature.BAND_COUNT));
        assertEquals(10, values.get(TileFeature.VALUE_LOW));
        assertEquals(900, values.get(TileFeature.VALUE_HIGH));
        assertFalse(values.containsKey(TileFeature.MEAN_CONFIDENCE), "nothing was classified");
    }

    @Test
    void classesAreSharesWithTheMeanConfidenceAndEntropyOfCalibratedProbabilities() {
        TileSampler sampler = sampler(gsd(1), 1);
        sampler.probabilities().pixel(0, 0, new float[] {0, 0, 0, 1, 0});
        sampler.probabilities().pixel(8, 0, new float[] {0.5f, 0.25f, 0.25f, 0, 0});
        sampler.probabilities().pixel(3, 0, new float[] {0, 1, 0, 0, 0});

        Map<TileFeature, Double> values = sampler.statistics().values();

        assertEquals(0.5, values.get(TileFeature.SHARE_OTHER));
        assertEquals(0, values.get(TileFeature.SHARE_BUILT_UP), "the third pixel is not in the sample");
        assertEquals(0.5, values.get(TileFeature.SHARE_WATER));
        assertEquals(0.75, values.get(TileFeature.MEAN_CONFIDENCE), 1e-6);
        // The entropies are 0 and 1.5 bits.
        assertEquals(0.75, values.get(TileFeature.MEAN_ENTROPY_BITS), 1e-6);
    }

    @Test
    void withoutAGroundSamplingDistanceThatFeatureIsUnknown() {
        GroundSampling assumed = new GroundSampling(0.5, 0.5, GroundSampling.Source.ASSUMED);

        assertFalse(sampler(assumed, 1).statistics().values().containsKey(TileFeature.GSD_METRES));
    }
}
