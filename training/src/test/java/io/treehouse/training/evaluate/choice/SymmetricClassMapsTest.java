package io.treehouse.training.evaluate.choice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.training.evaluate.ClassMapSource;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricClassMapsTest {
    /** Knows a pixel by its red value alone, so that it answers the same however the picture lies. */
    private static final class RedThreshold implements ClassMapSource {
        private final Set<String> seen = new HashSet<>();

        @Override
        public String description() {
            return "red";
        }

        @Override
        public double temperature() {
            return 1;
        }

        @Override
        public byte[] classify(LabelledTile tile, PixelProbabilities probabilities) {
            byte[] classes = new byte[tile.width() * tile.height()];
            StringBuilder reds = new StringBuilder(tile.width() + ":");
            for (int i = 0; i < classes.length; i++) {
                float red = (tile.rgb()[3 * i] & 255) / 255f;
                reds.append(tile.rgb()[3 * i]).append(' ');
                probabilities.pixel(i % tile.width(), i / tile.width(), new float[] {1 - red, 0, red, 0, 0});
            }
            seen.add(reds.toString());
            return classes;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private static LabelledTile tile() {
        byte[] rgb = new byte[3 * 6];
        int[] reds = {255, 0, 60, 20, 200, 150};
        for (int i = 0; i < 6; i++) {
            rgb[3 * i] = (byte) reds[i];
        }
        return new LabelledTile("set", "name", "place", 3, 2, rgb, new byte[6], 1);
    }

    @Test
    void theAnswerLiesAsThePictureDoes() throws InterruptedException {
        float[] buildings = new float[6];

        byte[] classes = new SymmetricClassMaps(new RedThreshold(), 8)
                .classify(tile(), (x, y, pixel) -> buildings[3 * y + x] = pixel[2]);

        assertArrayEquals(new byte[] {2, 0, 0, 0, 2, 2}, classes);
        assertArrayEquals(new float[] {1, 0, 60 / 255f, 20 / 255f, 200 / 255f, 150 / 255f}, buildings, 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void asManyDifferentPicturesAreSeenAsWereAskedFor(int symmetries) throws InterruptedException {
        RedThreshold maps = new RedThreshold();

        new SymmetricClassMaps(maps, symmetries).classify(tile(), PixelProbabilities.NONE);

        assertEquals(symmetries, maps.seen.size());
    }

    @Test
    void otherNumbersOfSymmetriesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SymmetricClassMaps(new RedThreshold(), 3));
    }
}
