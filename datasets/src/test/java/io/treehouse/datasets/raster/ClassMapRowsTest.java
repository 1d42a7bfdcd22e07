package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassMapRowsTest {
    /** More rows than are read at once, and more columns than are shown. */
    private static final int HEIGHT = 600;

    private static final int WIDTH = 5000;

    @TempDir
    private Path folder;

    @Test
    void allRowsComeBackWithTheConfidencesThatAreShown() {
        byte[] written = new byte[WIDTH * HEIGHT];
        float[] sure = new float[WIDTH * HEIGHT];
        for (int i = 0; i < written.length; i++) {
            written[i] = (byte) (i % WIDTH % 5);
            sure[i] = i / WIDTH % 2 == 0 && i % WIDTH % 2 == 0 ? (i % WIDTH) / 2 % 256 / 255f : 0;
        }
        Path map = folder.resolve("classes.tif");
        GridReference grid = new GridReference(WIDTH, HEIGHT, Optional.empty(), Optional.empty(), false);
        try (ClassMapFile file = ClassMapFile.create(map, grid, Map.of())) {
            file.rows(0, HEIGHT, written, sure);
            file.commit();
        }
        DisplayLayers shown = new DisplayLayers(WIDTH, HEIGHT);
        shown.rows(0, HEIGHT, written, sure);
        shown.writePixels(folder.resolve("pixels.bin"));

        byte[] read = new byte[WIDTH * HEIGHT];
        float[] confidence = new float[WIDTH * HEIGHT];
        try (ClassMapRows rows = ClassMapRows.open(map)) {
            assertTrue(rows.areas().isEmpty());
            rows.sendTo(
                    (first, count, classes, confidences) -> {
                        System.arraycopy(classes, 0, read, first * WIDTH, count * WIDTH);
                        System.arraycopy(confidences, 0, confidence, first * WIDTH, count * WIDTH);
                    },
                    ShownConfidence.read(folder.resolve("pixels.bin"), WIDTH, HEIGHT));
        }

        assertArrayEquals(written, read);
        // Every second row and column is shown; the others have what is shown at or before them.
        assertEquals(100 / 255f, confidence[200], 1e-6);
        assertEquals(100 / 255f, confidence[201], 1e-6);
        assertEquals(100 / 255f, confidence[599 * WIDTH + 201], 1e-6);
    }

    @Test
    void whatIsNoRasterIsRefused() throws Exception {
        Path letter = Files.writeString(folder.resolve("classes.tif"), "Dear Sir or Madam");

        assertThrows(InputProblem.class, () -> ClassMapRows.open(letter));
    }
}
