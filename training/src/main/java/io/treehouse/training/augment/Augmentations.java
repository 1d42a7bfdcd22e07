package io.treehouse.training.augment;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The augmentations of the shipped model, in order: what lies on the ground first, then light and air, then the sensor.
 * Strengths follow a measured recipe; see {@code docs/training.md}.
 */
public final class Augmentations implements Augmentation {
    private final List<Augmentation> steps = List.of(
            new WaterRecolouring().withProbability(0.4),
            new DrawnShadows().withProbability(0.35),
            new ColourJitter(),
            new Haze().withProbability(0.2),
            new Blur().withProbability(0.1),
            new SensorNoise().withProbability(0.15),
            new JpegArtefacts().withProbability(0.15));

    @Override
    public void apply(Crop crop, SplittableRandom random) {
        steps.forEach(step -> step.apply(crop, random));
    }
}
