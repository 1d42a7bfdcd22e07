package io.treehouse.training.fit;

import io.treehouse.training.augment.Crop;
import java.util.List;

/**
 * Crops as the arrays of a training step.
 *
 * @param size number of crops
 * @param cropSize height and width of a crop
 * @param images {@code [batch, height, width, 3]}, normalised
 * @param labels {@code [batch, height, width, 1]}, bits of the allowed classes
 */
record Batch(int size, int cropSize, float[] images, float[] labels) {
    /** Mean and scale of the ImageNet weights: {@code (value - 127) / 128}. */
    private static final float MEAN = 127;

    private static final float SCALE = 1f / 128;

    static Batch of(List<Crop> crops) {
        int cropSize = crops.get(0).size();
        int pixels = cropSize * cropSize;
        float[] images = new float[crops.size() * pixels * 3];
        float[] labels = new float[crops.size() * pixels];
        for (int i = 0; i < crops.size(); i++) {
            float[] rgb = crops.get(i).rgb();
            byte[] sets = crops.get(i).classSets();
            for (int j = 0; j < rgb.length; j++) {
                images[i * rgb.length + j] = (rgb[j] - MEAN) * SCALE;
            }
            for (int j = 0; j < pixels; j++) {
                labels[i * pixels + j] = sets[j];
            }
        }
        return new Batch(crops.size(), cropSize, images, labels);
    }
}
