package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RgbGeoTiffTest {
    @Test
    void pixelsAndGroundSizeAreReadAsTheyWereWritten(@TempDir Path folder) {
        Path file = folder.resolve("scene.tif");
        RgbGeoTiff.write(file, 2, 2, 0.5, (row, rgb) -> {
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (byte) (100 * row + 30 * i);
            }
        });
        float[] rgb = new float[12];
        try (Raster raster = Raster.open(file, RasterOptions.NONE, 4)) {
            raster.read(new PixelWindow(0, 0, 2, 2), rgb, new boolean[4]);
            assertEquals(0.5, raster.groundSampling().xMetres(), 1e-4);
            assertEquals(0.5, raster.groundSampling().yMetres(), 1e-4);
        }
        assertArrayEquals(new float[] {0, 30, 60, 90, 120, 150, 100, 130, 160, 190, 220, 250}, rgb);
    }
}
