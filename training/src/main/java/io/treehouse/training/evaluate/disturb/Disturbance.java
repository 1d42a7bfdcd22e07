package io.treehouse.training.evaluate.disturb;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.training.augment.JpegRoundTrip;

/** A change of a whole picture that leaves its labels true. Values are kept within 0…255. Immutable and thread-safe. */
public enum Disturbance {
    /** Under-exposed. */
    DARK("brightness × 0.4", tones((value, mean, channel) -> 0.4 * value)),
    /** Flat: values move half-way to the picture's mean. */
    FLAT("contrast × 0.5", tones((value, mean, channel) -> mean + 0.5 * (value - mean))),
    /** Mid-tones darkened. */
    GAMMA_1_8("gamma 1.8", tones((value, mean, channel) -> 255 * Math.pow(value / 255, 1.8))),
    /** Mid-tones brightened. */
    GAMMA_0_6("gamma 0.6", tones((value, mean, channel) -> 255 * Math.pow(value / 255, 0.6))),
    /** A sensor or an archive with too much red. */
    RED_CAST("red × 1.3", tones((value, mean, channel) -> channel == 0 ? 1.3 * value : value)),
    /** A sensor or an archive with too much blue. */
    BLUE_CAST("blue × 1.3", tones((value, mean, channel) -> channel == 2 ? 1.3 * value : value)),
    /** Pale, slightly blue light of the air over the whole picture. */
    HAZE("haze of 35 %", tones((value, mean, channel) -> 0.65 * value + 0.35 * Air.LIGHT[channel])),
    /** Heavily compressed. */
    JPEG_30("JPEG quality 30", (rgb, width, height) -> jpeg(rgb, width, height, 0.3f));

    /** Colour of the air's own light. */
    private static final class Air {
        static final double[] LIGHT = {213, 220, 229};
    }

    private final String label;
    private final Filter filter;

    Disturbance(String label, Filter filter) {
        this.label = label;
        this.filter = filter;
    }

    /** What is done, for people. */
    public String label() {
        return label;
    }

    /** The picture disturbed, with the same labels. */
    public LabelledTile apply(LabelledTile tile) {
        return new LabelledTile(
                tile.set(),
                tile.name(),
                tile.place(),
                tile.width(),
                tile.height(),
                filter.apply(tile.rgb(), tile.width(), tile.height()),
                tile.classSets(),
                tile.gsdMetres());
    }

    /** Changes {@code [height, width, 3]} unsigned bytes into new ones. */
    @FunctionalInterface
    private interface Filter {
        byte[] apply(byte[] rgb, int width, int height);
    }

    /** What a value 0…255 of a channel (0 red, 1 green, 2 blue) becomes in a picture with a mean value. */
    @FunctionalInterface
    private interface Tone {
        double of(double value, double pictureMean, int channel);
    }

    private static Filter tones(Tone tone) {
        return (rgb, width, height) -> {
            byte[][] tables = tables(tone, mean(rgb));
            byte[] changed = new byte[rgb.length];
            for (int i = 0; i < rgb.length; i++) {
                changed[i] = tables[i % 3][rgb[i] & 255];
            }
            return changed;
        };
    }

    private static byte[][] tables(Tone tone, double mean) {
        byte[][] tables = new byte[3][256];
        for (int channel = 0; channel < 3; channel++) {
            for (int value = 0; value < 256; value++) {
                double changed = tone.of(value, mean, channel);
                tables[channel][value] = (byte) Math.round(Math.max(0, Math.min(255, changed)));
            }
        }
        return tables;
    }

    private static double mean(byte[] rgb) {
        long sum = 0;
        for (byte value : rgb) {
            sum += value & 255;
        }
        return (double) sum / rgb.length;
    }

    private static byte[] jpeg(byte[] rgb, int width, int height, float quality) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
        }
        int[] compressed = JpegRoundTrip.apply(pixels, width, height, quality);
        byte[] changed = new byte[rgb.length];
        for (int i = 0; i < pixels.length; i++) {
            changed[3 * i] = (byte) (compressed[i] >> 16);
            changed[3 * i + 1] = (byte) (compressed[i] >> 8);
            changed[3 * i + 2] = (byte) compressed[i];
        }
        return changed;
    }
}
