package io.treehouse.training.augment;

import java.util.SplittableRandom;

/**
 * Another exposure and another sensor: gamma, contrast about the crop's mean, brightness, gains of the channels, and in
 * some cases another saturation.
 */
final class ColourJitter implements Augmentation {
    private static final double GAMMA = 0.25;
    private static final double CONTRAST = 0.25;
    private static final double BRIGHTNESS = 0.3;
    private static final double CHANNEL_GAIN = 0.12;
    private static final double SATURATION_SHARE = 0.3;
    private static final double STRONG_SHARE = 0.25;
    private static final double STRENGTH = 2;

    @Override
    public void apply(Crop crop, SplittableRandom random) {
        if (random.nextDouble() < SATURATION_SHARE) {
            saturate(crop, (float) random.nextDouble(0.3, 1.3));
        }
        // Some crops change much: as far as the darkest and palest pictures that satellites deliver.
        double strength = random.nextDouble() < STRONG_SHARE ? STRENGTH : 1;
        double gamma = Math.exp(Augmentation.normal(random, strength * GAMMA));
        double contrast = Math.exp(Augmentation.normal(random, strength * CONTRAST));
        double brightness = Math.exp(Augmentation.normal(random, strength * BRIGHTNESS));
        double mean = mean(crop.rgb());
        for (int channel = 0; channel < 3; channel++) {
            double gain = brightness * Math.exp(Augmentation.normal(random, CHANNEL_GAIN));
            applyTable(crop, channel, table(gamma, contrast, gain, mean));
        }
    }

    private static void saturate(Crop crop, float saturation) {
        float[] rgb = crop.rgb();
        for (int i = 0; i < rgb.length; i += 3) {
            float grey = (rgb[i] + rgb[i + 1] + rgb[i + 2]) / 3;
            for (int c = 0; c < 3; c++) {
                crop.set(i + c, grey + (rgb[i + c] - grey) * saturation);
            }
        }
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The change of a channel for the values 0…255: a table, since powers are too slow to take for every pixel. */
    private static float[] table(double gamma, double contrast, double gain, double mean) {
        float[] table = new float[257];
        for (int value = 0; value < table.length; value++) {
            double curved = 255 * Math.pow(Math.min(value, 255) / 255.0, gamma);
            double stretched = (curved - mean) * contrast + mean;
            table[value] = (float) Math.max(0, Math.min(255, stretched * gain));
        }
        return table;
    }

    private static void applyTable(Crop crop, int channel, float[] table) {
        float[] rgb = crop.rgb();
        for (int i = channel; i < rgb.length; i += 3) {
            int below = (int) rgb[i];
            float between = rgb[i] - below;
            rgb[i] = table[below] + (table[below + 1] - table[below]) * between;
        }
    }
}
