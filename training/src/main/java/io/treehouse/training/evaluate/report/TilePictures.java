package io.treehouse.training.evaluate.report;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;

/** Small pictures of a scored class map: of its classes, of its errors and, if wanted, of the imagery. */
final class TilePictures {
    /** Colour of pixels whose class the label allows. */
    static final int RIGHT = 0x92C5DE;
    /** Colour of pixels whose class the label excludes. */
    static final int WRONG = 0xB2182B;
    /** Colour of pixels without label or without answer. */
    static final int UNKNOWN = 0xE8E8E8;

    private static final int LONGEST_SIDE = 360;
    private static final int[] PALETTE = palette();

    private TilePictures() {}

    /** PNG files by what they show. */
    static Map<String, byte[]> draw(LabelledTile tile, byte[] classes, boolean withImagery) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        if (withImagery) {
            pictures.put("imagery", imagery(tile));
        }
        pictures.put("classes", indexed(tile, pixel -> Math.min(classes[pixel] & 255, SurfaceClass.COUNT)));
        pictures.put("errors", indexed(tile, pixel -> error(tile.classSets()[pixel], classes[pixel] & 255)));
        return pictures;
    }

    private static int error(int labelBits, int code) {
        if (labelBits == ClassSet.IGNORE.bits() || code >= SurfaceClass.COUNT) {
            return SurfaceClass.COUNT;
        }
        return (labelBits >> code & 1) == 1 ? SurfaceClass.COUNT + 1 : SurfaceClass.COUNT + 2;
    }

    /** The classes, then unknown, right, wrong. */
    private static int[] palette() {
        int[] palette = new int[SurfaceClass.COUNT + 3];
        SurfaceClass.all().forEach(c -> palette[c.code()] = c.rgb());
        palette[SurfaceClass.COUNT] = UNKNOWN;
        palette[SurfaceClass.COUNT + 1] = RIGHT;
        palette[SurfaceClass.COUNT + 2] = WRONG;
        return palette;
    }

    private static byte[] indexed(LabelledTile tile, IntUnaryOperator paletteIndex) {
        IndexColorModel colours = new IndexColorModel(4, PALETTE.length, PALETTE, 0, false, -1, 0);
        int step = step(tile);
        BufferedImage image = new BufferedImage(
                length(tile.width(), step), length(tile.height(), step), BufferedImage.TYPE_BYTE_BINARY, colours);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index = paletteIndex.applyAsInt(y * step * tile.width() + x * step);
                image.getRaster().setSample(x, y, 0, index);
            }
        }
        return png(image);
    }

    private static byte[] imagery(LabelledTile tile) {
        int step = step(tile);
        BufferedImage image =
                new BufferedImage(length(tile.width(), step), length(tile.height(), step), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int at = 3 * (y * step * tile.width() + x * step);
                byte[] rgb = tile.rgb();
                image.setRGB(x, y, (rgb[at] & 255) << 16 | (rgb[at + 1] & 255) << 8 | rgb[at + 2] & 255);
            }
        }
        return png(image);
    }

    private static int step(LabelledTile tile) {
        return length(Math.max(tile.width(), tile.height()), LONGEST_SIDE);
    }

    private static int length(int pixels, int step) {
        return (pixels + step - 1) / step;
    }

    private static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A picture in memory cannot be written", impossible);
        }
    }
}
