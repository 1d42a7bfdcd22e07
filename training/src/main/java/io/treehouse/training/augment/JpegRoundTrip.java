package io.treehouse.training.augment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Compression as JPEG and back: what the pixels of a picture become. */
public final class JpegRoundTrip {
    private JpegRoundTrip() {}

    /**
     * Compresses and reads back.
     *
     * @param pixels {@code [height, width]} colours {@code 0xRRGGBB}
     * @param quality 0…1, where 0.3 is what encoders call quality 30
     * @return the colours afterwards; the upper byte is 255
     */
    public static int[] apply(int[] pixels, int width, int height, float quality) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            return ImageIO.read(new ByteArrayInputStream(compress(image, quality)))
                    .getRGB(0, 0, width, height, null, 0, width);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A JPEG in memory cannot be written or read", impossible);
        }
    }

    private static byte[] compress(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (var out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(image, null, null), parameters);
            }
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
