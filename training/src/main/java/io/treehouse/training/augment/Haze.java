package io.treehouse.training.augment;

import java.util.SplittableRandom;

/** Haze: the picture mixed with the pale, slightly blue light of the air. */
final class Haze implements Augmentation {
    @Override
    public void apply(Crop crop, SplittableRandom random) {
        float share = (float) random.nextDouble(0.1, 0.45);
        float light = (float) random.nextDouble(150, 240);
        float[] air = {light * 0.97f, light, Math.min(255, light * 1.04f)};
        float[] rgb = crop.rgb();
        for (int i = 0; i < rgb.length; i++) {
            crop.set(i, rgb[i] * (1 - share) + air[i % 3] * share);
        }
    }
}
