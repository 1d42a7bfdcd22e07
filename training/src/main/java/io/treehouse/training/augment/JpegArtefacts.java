package io.treehouse.training.augment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Compression as JPEG of quality 25…80 and back. */
final class JpegArtefacts implements Augmentation {
    @Override
    public void apply(Crop crop, SplittableRandom random) {
        float quality = (float) random.nextDouble(0.25, 0.8);
        try {
            read(crop, ImageIO.read(new ByteArrayInputStream(compress(image(crop), quality))));
        } catch (IOException impossible) {
            throw new UncheckedIOException("A JPEG in memory cannot be written or read", impossible);
        }
    }

    private static BufferedImage image(Crop crop) {
        int size = crop.size();
        float[] rgb = crop.rgb();
        int[] pixels = new int[size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (int) rgb[3 * i] << 16 | (int) rgb[3 * i + 1] << 8 | (int) rgb[3 * i + 2];
        }
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, size, size, pixels, 0, size);
        return image;
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

    private static void read(Crop crop, BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, crop.size(), crop.size(), null, 0, crop.size());
        float[] rgb = crop.rgb();
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = pixels[i] >> 16 & 255;
            rgb[3 * i + 1] = pixels[i] >> 8 & 255;
            rgb[3 * i + 2] = pixels[i] & 255;
        }
    }
}
