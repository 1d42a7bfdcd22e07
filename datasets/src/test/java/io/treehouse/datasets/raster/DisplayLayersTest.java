package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayLayersTest {
    private static final int NODATA = 255;

    @TempDir
    private Path folder;

    @Test
    void classesComeFirstAndThenConfidencesAsPartsOf255() throws Exception {
        DisplayLayers layers = new DisplayLayers(3, 2);
        layers.rows(0, 1, new byte[] {0, 1, (byte) NODATA}, new float[] {1, 0.5f, 0});
        layers.rows(1, 1, new byte[] {2, 3, 4}, new float[] {0.2f, 0.4f, 0.6f});

        assertArrayEquals(
                new byte[] {0, 1, (byte) 255, 2, 3, 4, (byte) 255, (byte) 128, 0, 51, 102, (byte) 153}, pixels(layers));
    }

    @Test
    void aLargeRasterIsShownByEverySecondRowAndColumn() throws Exception {
        DisplayLayers layers = new DisplayLayers(4097, 3);
        byte[] classes = new byte[3 * 4097];
        classes[2] = 4;
        classes[2 * 4097 + 4] = 3;
        layers.rows(0, 3, classes, new float[3 * 4097]);

        byte[] pixels = pixels(layers);

        assertEquals(2 * 2 * 2049, pixels.length);
        assertEquals(4, pixels[1]);
        assertEquals(3, pixels[2049 + 2]);
    }

    @Test
    void thePictureIsThatOfTheRaster() throws Exception {
        Path imagery = DrawnRaster.rgb(folder.resolve("imagery.tif"), 16, 8, (x, y) -> 100, dataset -> {});
        Path picture = folder.resolve("picture.jpg");
        try (Raster raster = Raster.open(imagery, RasterOptions.NONE, 1000)) {
            new DisplayLayers(16, 8).writePicture(raster, picture);
        }
        BufferedImage read = ImageIO.read(picture.toFile());

        assertEquals(16, read.getWidth());
        assertEquals(8, read.getHeight());
        assertEquals(100, read.getRGB(5, 5) & 255, 2);
    }

    private byte[] pixels(DisplayLayers layers) throws Exception {
        Path file = folder.resolve("pixels.bin");
        layers.writePixels(file);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }
}
