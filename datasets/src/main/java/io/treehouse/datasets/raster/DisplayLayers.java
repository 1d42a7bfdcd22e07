package io.treehouse.datasets.raster;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * What a viewer shows of a classified raster: its picture, and the class and confidence of each pixel for the viewer to
 * colour. Large rasters are shown smaller. Belongs to one thread.
 */
public final class DisplayLayers implements ClassRowSink {
    private static final float JPEG_QUALITY = 0.9f;
    /** Colour of places without imagery. */
    private static final int NO_IMAGERY = 0xECEFEA;

    private final int width;
    private final int step;
    private final int shownWidth;
    private final int shownHeight;
    private final byte[] classes;
    private final byte[] confidences;

    /**
     * @param width columns of the raster
     * @param height rows of the raster
     */
    public DisplayLayers(int width, int height) {
        this.width = width;
        step = OverlayPng.step(width, height);
        shownWidth = (width + step - 1) / step;
        shownHeight = (height + step - 1) / step;
        classes = new byte[shownWidth * shownHeight];
        confidences = new byte[shownWidth * shownHeight];
    }

    /** Memory in bytes on the Java heap that the layers of a raster take, with the picture while it is written. */
    public static long heapBytes(int width, int height) {
        int step = OverlayPng.step(width, height);
        return (2L + Integer.BYTES) * (width / step + 1) * (height / step + 1);
    }

    @Override
    public void rows(int firstRow, int rows, byte[] rowClasses, float[] confidence) {
        for (int row = 0; row < rows; row++) {
            if ((firstRow + row) % step == 0) {
                int at = (firstRow + row) / step * shownWidth;
                for (int x = 0; x < width; x += step) {
                    classes[at] = rowClasses[row * width + x];
                    confidences[at++] = (byte) Math.round(255 * confidence[row * width + x]);
                }
            }
        }
    }

    /**
     * Writes, compressed by gzip, the codes of the classes row by row, one byte each, then the confidences as 255ths. Call it
     * after the rows.
     */
    public void writePixels(Path file) {
        try (OutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.write(classes);
            out.write(confidences);
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    /** Writes the raster's picture as JPEG, with as many pixels as the other layers have. */
    public void writePicture(RgbSource source, Path file) {
        BufferedImage image = picture(source);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        } finally {
            writer.dispose();
        }
    }

    private BufferedImage picture(RgbSource source) {
        BufferedImage image = new BufferedImage(shownWidth, shownHeight, BufferedImage.TYPE_INT_RGB);
        float[] rgb = new float[3 * width];
        boolean[] valid = new boolean[width];
        for (int y = 0; y < shownHeight; y++) {
            source.read(new PixelWindow(0, y * step, width, 1), rgb, valid);
            for (int x = 0; x < shownWidth; x++) {
                image.setRGB(x, y, valid[x * step] ? packed(rgb, 3 * x * step) : NO_IMAGERY);
            }
        }
        return image;
    }

    private static int packed(float[] rgb, int at) {
        return Math.round(rgb[at]) << 16 | Math.round(rgb[at + 1]) << 8 | Math.round(rgb[at + 2]);
    }

    private static UncheckedIOException unwritable(Path file, IOException cause) {
        return new UncheckedIOException("The file " + file + " cannot be written", cause);
    }
}
