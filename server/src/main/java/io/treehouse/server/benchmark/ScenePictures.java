package io.treehouse.server.benchmark;

import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.raster.RgbGeoTiff;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures of any size to measure with: a small real scene, mirrored at its edges as often as needed. Immutable. */
final class ScenePictures {
    /** Neighbouring tiles begin this far from each other. */
    private static final int STEP_PIXELS = 67;

    private final int width;
    private final int height;
    private final float[] rgb;

    private ScenePictures(int width, int height, float[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /** Reads the scene that ships with the program. */
    static ScenePictures shipped() {
        Path file = Path.of(System.getProperty("treehouse.home", "."), "datasets/scenes/virginia_naip_1m_rgbn.tif");
        try (Raster scene = Raster.open(file, RasterOptions.NONE, Long.MAX_VALUE)) {
            PixelWindow all = new PixelWindow(0, 0, scene.width(), scene.height());
            float[] rgb = new float[3 * scene.width() * scene.height()];
            scene.read(all, rgb, new boolean[scene.width() * scene.height()]);
            return new ScenePictures(scene.width(), scene.height(), rgb);
        }
    }

    /** A square tile, {@code [side, side, 3]} in 0…255. */
    float[] tile(int sidePixels, int index) {
        float[] tile = new float[3 * sidePixels * sidePixels];
        for (int y = 0; y < sidePixels; y++) {
            for (int x = 0; x < sidePixels; x++) {
                int from = pixel(x + index * STEP_PIXELS, y + index * STEP_PIXELS);
                System.arraycopy(rgb, from, tile, 3 * (y * sidePixels + x), 3);
            }
        }
        return tile;
    }

    /** A square tile as a PNG file. */
    byte[] png(int sidePixels, int index) {
        float[] rgb = tile(sidePixels, index);
        BufferedImage picture = new BufferedImage(sidePixels, sidePixels, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < sidePixels * sidePixels; i++) {
            int red = Math.round(rgb[3 * i]);
            int green = Math.round(rgb[3 * i + 1]);
            int blue = Math.round(rgb[3 * i + 2]);
            picture.setRGB(i % sidePixels, i / sidePixels, red << 16 | green << 8 | blue);
        }
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Writes a square scene. */
    void write(Path file, int sidePixels, double gsdMetres) {
        RgbGeoTiff.write(file, sidePixels, sidePixels, gsdMetres, (row, line) -> {
            for (int x = 0; x < sidePixels; x++) {
                int from = pixel(x, row);
                for (int c = 0; c < 3; c++) {
                    line[3 * x + c] = (byte) Math.round(rgb[from + c]);
                }
            }
        });
    }

    /** Where the pixel that a mirrored plane shows begins. */
    private int pixel(int x, int y) {
        return 3 * (mirrored(y, height) * width + mirrored(x, width));
    }

    private static int mirrored(int index, int length) {
        int phase = index % (2 * length);
        return phase < length ? phase : 2 * length - 1 - phase;
    }
}
