package io.treehouse.server.feedback;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.List;
import javax.imageio.ImageIO;

/** What the pixels of a tile may be, as bits of a {@link ClassSet}: 0 where nothing is known. Belongs to one thread. */
final class LabelMask {
    private final int width;
    private final int height;
    private final byte[] bits;

    /** Nothing is known yet. */
    LabelMask(int width, int height) {
        this(width, height, new byte[Math.multiplyExact(width, height)]);
    }

    /** @param bits {@code [height, width]}; not copied */
    LabelMask(int width, int height, byte[] bits) {
        this.width = width;
        this.height = height;
        this.bits = bits;
    }

    /** The pixels may be these classes, whatever was known before. */
    void set(BitSet pixels, ClassSet classes) {
        pixels.stream().forEach(pixel -> bits[pixel] = (byte) classes.bits());
    }

    /** Takes over what another mask knows. */
    void set(LabelMask other) {
        for (int pixel = 0; pixel < bits.length; pixel++) {
            bits[pixel] = other.bits[pixel] == 0 ? bits[pixel] : other.bits[pixel];
        }
    }

    /** Pixels of which something is known. */
    long known() {
        long known = 0;
        for (byte set : bits) {
            known += set == 0 ? 0 : 1;
        }
        return known;
    }

    /** Names of the classes that are known somewhere, in the order of their codes. */
    List<String> classes() {
        int all = 0;
        for (byte set : bits) {
            all |= set;
        }
        return new ClassSet(all).classes().stream().map(SurfaceClass::label).toList();
    }

    /** Bits that occur. */
    BitSet values() {
        BitSet values = new BitSet();
        for (byte set : bits) {
            values.set(set);
        }
        return values;
    }

    /** Writes a grey PNG, which appears when it is complete. */
    void write(Path file) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        System.arraycopy(bits, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, bits.length);
        Path part = Files.createTempFile(file.getParent(), "mask", ".part");
        ImageIO.write(image, "png", part.toFile());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Reads what {@link #write} has written. */
    static LabelMask read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        byte[] bits = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new LabelMask(image.getWidth(), image.getHeight(), bits);
    }
}
