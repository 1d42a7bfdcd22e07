package io.treehouse.datasets.raster;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A picture of a class map for people: classes over the imagery, or alone, with a legend below. Large maps are shown
 * smaller. One picture belongs to one thread.
 */
public final class OverlayPng implements ClassRowSink {
    private static final int MAXIMUM_SIDE = 4096;
    private static final int MINIMUM_LEGEND_WIDTH = 420;
    private static final float OPACITY = 0.5f;
    private static final int LEGEND_ROW = 22;
    private static final int SWATCH = 14;
    private static final int MARGIN = 8;

    private final int width;
    private final int step;
    private final BufferedImage image;

    /**
     * @param width columns of the class map
     * @param height rows of the class map
     */
    public OverlayPng(int width, int height) {
        this.width = width;
        this.step = step(width, height);
        this.image =
                new BufferedImage((width + step - 1) / step, (height + step - 1) / step, BufferedImage.TYPE_INT_RGB);
    }

    /** Every how manieth row and column of a large map is shown. */
    static int step(int width, int height) {
        return Math.max(1, (Math.max(width, height) + MAXIMUM_SIDE - 1) / MAXIMUM_SIDE);
    }

    /** Memory in bytes on the Java heap that a picture of a map takes: it and the page with its legend. */
    public static long heapBytes(int width, int height) {
        int step = step(width, height);
        return 2L * Integer.BYTES * (width / step + 1) * (height / step + 1);
    }

    @Override
    public void rows(int firstRow, int rows, byte[] classes, float[] confidence) {
        for (int row = 0; row < rows; row++) {
            if ((firstRow + row) % step == 0) {
                for (int x = 0; x < width; x += step) {
                    int code = classes[row * width + x] & 255;
                    image.setRGB(x / step, (firstRow + row) / step, colour(code));
                }
            }
        }
    }

    private static int colour(int code) {
        return code == SurfaceClass.NODATA
                ? 0xFFFFFF
                : SurfaceClass.ofCode(code).rgb();
    }

    /** Mixes the imagery in, half and half; call it after the rows. */
    public void blend(RgbSource source) {
        float[] rgb = new float[3 * width];
        boolean[] valid = new boolean[width];
        for (int y = 0; y < image.getHeight(); y++) {
            source.read(new PixelWindow(0, y * step, width, 1), rgb, valid);
            for (int x = 0; x < image.getWidth(); x++) {
                if (valid[x * step]) {
                    image.setRGB(x, y, mix(image.getRGB(x, y), rgb, 3 * x * step));
                }
            }
        }
    }

    private static int mix(int classRgb, float[] rgb, int at) {
        int mixed = 0;
        for (int c = 0; c < 3; c++) {
            int of = classRgb >> 16 - 8 * c & 255;
            mixed = mixed << 8 | Math.round(of * OPACITY + rgb[at + c] * (1 - OPACITY));
        }
        return mixed;
    }

    /**
     * Writes the picture.
     *
     * @param shares share of each class of the valid pixels, 0…1, for the legend; a class that is missing has none
     * @param file where
     */
    public void write(Map<SurfaceClass, Double> shares, Path file) {
        try {
            ImageIO.write(withLegend(shares), "png", file.toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The picture " + file + " cannot be written", unwritable);
        }
    }

    private BufferedImage withLegend(Map<SurfaceClass, Double> shares) {
        int legendHeight = LEGEND_ROW * SurfaceClass.COUNT + 2 * MARGIN;
        BufferedImage page = new BufferedImage(
                Math.max(image.getWidth(), MINIMUM_LEGEND_WIDTH),
                image.getHeight() + legendHeight,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.drawImage(image, 0, 0, null);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        int y = image.getHeight() + MARGIN;
        for (SurfaceClass c : SurfaceClass.all()) {
            drawEntry(graphics, c, shares.get(c), y);
            y += LEGEND_ROW;
        }
        graphics.dispose();
        return page;
    }

    private static void drawEntry(Graphics2D graphics, SurfaceClass c, Double share, int y) {
        graphics.setColor(new Color(c.rgb()));
        graphics.fillRect(MARGIN, y + (LEGEND_ROW - SWATCH) / 2, SWATCH, SWATCH);
        graphics.setColor(Color.BLACK);
        FontMetrics metrics = graphics.getFontMetrics();
        int baseline = y + (LEGEND_ROW - metrics.getHeight()) / 2 + metrics.getAscent();
        String percent = share == null ? "" : "  %.1f %%".formatted(100 * share);
        graphics.drawString(c.label().replace('_', ' ') + percent, 2 * MARGIN + SWATCH, baseline);
    }
}
