package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayPngTest {
    @TempDir
    private Path folder;

    @Test
    void mixesImageryAndClassColourHalfAndHalf() throws Exception {
        Path imagery = DrawnRaster.rgb(folder.resolve("imagery.tif"), 4, 2, (x, y) -> 100, dataset -> {});
        OverlayPng overlay = new OverlayPng(4, 2);
        overlay.rows(0, 2, new byte[] {0, 1, 2, 3, 0, 1, 2, 3}, new float[0]);
        try (Raster raster = Raster.open(imagery, RasterOptions.NONE, 100)) {
            overlay.blend(raster);
        }
        BufferedImage picture = written(overlay, Map.of());
        // other is D9C9A3 = (217, 201, 163): halfway from 100, halves rounded up.
        assertEquals(0xFF_9F_97_84, picture.getRGB(0, 0));
        // building is D55E00 = (213, 94, 0).
        assertEquals(0xFF_9D_61_32, picture.getRGB(2, 1));
    }

    @Test
    void drawsTheClassMapAloneInFullColours() throws Exception {
        OverlayPng overlay = new OverlayPng(3, 1);
        overlay.rows(0, 1, new byte[] {3, 4, (byte) 255}, new float[0]);
        BufferedImage picture = written(overlay, Map.of());
        assertEquals(0xFF000000 | SurfaceClass.WATER.rgb(), picture.getRGB(0, 0));
        assertEquals(0xFF000000 | SurfaceClass.TREE_CANOPY.rgb(), picture.getRGB(1, 0));
        assertEquals(0xFFFFFFFF, picture.getRGB(2, 0));
    }

    @Test
    void drawsTheLegendBelowThePicture() throws Exception {
        OverlayPng overlay = new OverlayPng(40, 30);
        overlay.rows(0, 30, new byte[40 * 30], new float[0]);
        BufferedImage picture = written(overlay, Map.of(SurfaceClass.OTHER, 1.0));
        boolean waterSwatch = false;
        for (int y = 30; y < picture.getHeight(); y++) {
            waterSwatch |= picture.getRGB(12, y) == (0xFF000000 | SurfaceClass.WATER.rgb());
        }
        assertTrue(waterSwatch);
    }

    @Test
    void drawsLargeMapsSmaller() throws Exception {
        OverlayPng overlay = new OverlayPng(5000, 4);
        overlay.rows(0, 4, new byte[5000 * 4], new float[0]);
        BufferedImage picture = written(overlay, Map.of());
        assertEquals(2500, picture.getWidth());
        assertEquals(0xFF000000 | SurfaceClass.OTHER.rgb(), picture.getRGB(2499, 1));
        assertEquals(0xFFFFFFFF, picture.getRGB(2499, 2));
    }

    private BufferedImage written(OverlayPng overlay, Map<SurfaceClass, Double> shares) throws Exception {
        Path png = folder.resolve("overlay.png");
        overlay.write(shares, png);
        return ImageIO.read(png.toFile());
    }
}
