package io.treehouse.datasets.sheet;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.ClassSet;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A picture, and the same with its labels over it, scaled so that its longer side fills a square. */
final class TilePanel {
    /** Length of a square's side in pixels of the sheet. */
    static final int SIDE = 384;

    private TilePanel() {}

    /** The picture as it is. */
    static BufferedImage picture(LabelledTile tile) {
        BufferedImage picture = new BufferedImage(tile.width(), tile.height(), BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < tile.classSets().length; pixel++) {
            picture.setRGB(pixel % tile.width(), pixel / tile.width(), rgb(tile, pixel));
        }
        double scale = (double) SIDE / Math.max(tile.width(), tile.height());
        int width = scaled(tile.width(), scale);
        int height = scaled(tile.height(), scale);
        while (picture.getWidth() >= 2 * width && picture.getHeight() >= 2 * height) {
            // Each step averages 2 × 2 pixels; one large step would skip most of them.
            picture = resize(picture, picture.getWidth() / 2, picture.getHeight() / 2);
        }
        return resize(picture, width, height);
    }

    /** The picture with its labels over it. */
    static BufferedImage labels(LabelledTile tile, BufferedImage picture, SetColours colours) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage labels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            int row = (int) ((y + 0.5) * tile.height() / height);
            for (int x = 0; x < width; x++) {
                int column = (int) ((x + 0.5) * tile.width() / width);
                ClassSet set = new ClassSet(tile.classSets()[row * tile.width() + column]);
                labels.setRGB(x, y, colours.over(picture.getRGB(x, y) & 0xFFFFFF, set, x, y));
            }
        }
        return labels;
    }

    private static int scaled(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }

    private static int rgb(LabelledTile tile, int pixel) {
        byte[] rgb = tile.rgb();
        return (rgb[3 * pixel] & 255) << 16 | (rgb[3 * pixel + 1] & 255) << 8 | rgb[3 * pixel + 2] & 255;
    }

    private static BufferedImage resize(BufferedImage image, int width, int height) {
        boolean smaller = width < image.getWidth();
        BufferedImage resized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = resized.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                smaller
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return resized;
    }
}
