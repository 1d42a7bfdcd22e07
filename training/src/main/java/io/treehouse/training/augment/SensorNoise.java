package io.treehouse.training.augment;

import java.util.SplittableRandom;

/** Independent noise of each value, as of a dark or fast exposure. */
final class SensorNoise implements Augmentation {
    private static final int TABLE = 1 << 12;

    @Override
    public void apply(Crop crop, SplittableRandom random) {
        double deviation = random.nextDouble(2, 10);
        // Normal draws are slow: a table of them, read at random places, serves.
        float[] draws = new float[TABLE];
        for (int i = 0; i < TABLE; i++) {
            draws[i] = (float) Augmentation.normal(random, deviation);
        }
        float[] rgb = crop.rgb();
        for (int i = 0; i < rgb.length; i++) {
            crop.set(i, rgb[i] + draws[random.nextInt() & TABLE - 1]);
        }
    }
}
