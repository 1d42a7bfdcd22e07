package io.treehouse.datasets.raster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The confidences that {@link DisplayLayers} keeps of a raster: each pixel of a large one has that of the shown pixel at or
 * before it. Immutable.
 */
public final class ShownConfidence {
    private static final float MOST = 255;

    private final int step;
    private final int shownWidth;
    private final byte[] confidences;

    private ShownConfidence(int step, int shownWidth, byte[] confidences) {
        this.step = step;
        this.shownWidth = shownWidth;
        this.confidences = confidences;
    }

    /**
     * Reads what {@link DisplayLayers#writePixels} wrote.
     *
     * @param width columns of the raster
     * @param height rows of the raster
     */
    public static ShownConfidence read(Path file, int width, int height) {
        int step = OverlayPng.step(width, height);
        int shownWidth = (width + step - 1) / step;
        int shown = shownWidth * ((height + step - 1) / step);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.skipNBytes(shown);
            return new ShownConfidence(step, shownWidth, in.readNBytes(shown));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file " + file + " cannot be read", unreadable);
        }
    }

    /** Fills in the confidences 0…1 of a row of the raster from a position on. */
    void fill(int row, float[] target, int from, int width) {
        int first = row / step * shownWidth;
        for (int x = 0; x < width; x++) {
            target[from + x] = (confidences[first + x / step] & 255) / MOST;
        }
    }
}
