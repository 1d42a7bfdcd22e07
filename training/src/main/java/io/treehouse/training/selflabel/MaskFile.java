package io.treehouse.training.selflabel;

import io.treehouse.datasets.document.AtomicFile;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Narrowed sets of a picture as a grey PNG of its size: bits of the set, 0 where the label stays as it is. PNG because the
 * masks are mostly uniform, and because any program shows them.
 */
final class MaskFile {
    private MaskFile() {}

    /** The mask as the bytes of a file. */
    static byte[] encode(int width, int height, byte[] sets) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        System.arraycopy(sets, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, sets.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** The sets in the bytes of a file. */
    static byte[] decode(Path file, byte[] bytes, int width, int height) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        if (image == null
                || image.getType() != BufferedImage.TYPE_BYTE_GRAY
                || image.getWidth() != width
                || image.getHeight() != height) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The self labels " + file + " are no grey PNG of " + width + " × " + height + " pixels",
                    "Make them again with ./treehouse self-label");
        }
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /** Writes a file of which nobody ever sees half. */
    static void publish(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, bytes);
    }
}
