package io.treehouse.inference.classify;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small tiles of seeded noise as PNG files, without georeferencing. */
final class DrawnPng {
    static final int WIDTH = 90;
    static final int HEIGHT = 70;

    private DrawnPng() {}

    /** A tile whose pixels all have one opacity: 255 is imagery, 0 is nodata. */
    static Path write(Path file, int alpha) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Random random = new Random(11);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, alpha << 24 | random.nextInt(0x1000000));
            }
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
