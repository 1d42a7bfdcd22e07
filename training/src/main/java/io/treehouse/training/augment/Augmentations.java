package io.treehouse.training.augment;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The augmentations of the shipped model, in order: what lies on the ground first, then light and air, then the sensor.
 * Strengths follow a measured recipe; see {@code docs/training.md}.
 */
public final class Augmentations implements Augmentation {
    private final Augmentation groundAndLight;
    private final Augmentation sensor;

    private Augmentations(Augmentation groundAndLight, Augmentation sensor) {
        this.groundAndLight = groundAndLight;
        this.sensor = sensor;
    }

    /**
     * Ground, light, air and sensor change together or not at all.
     *
     * @param changeShare share of the crops that change, 0…1
     * @param jpegShare share of those that are compressed as JPEG, 0…1
     */
    public static Augmentation together(double changeShare, double jpegShare) {
        Augmentation all = new Augmentations(groundAndLight(), sensor(jpegShare));
        // Drawing a number first would change the crops of every run that there was.
        return changeShare == 1 ? all : all.withProbability(changeShare);
    }

    /**
     * Ground, light and air change in a share of the crops; what the sensor and the file do to a picture, they do to all.
     *
     * @param changeShare share of the crops whose ground, light and air change, 0…1
     * @param jpegShare share of all crops that are compressed as JPEG, 0…1
     */
    public static Augmentation sensorApart(double changeShare, double jpegShare) {
        return new Augmentations(groundAndLight().withProbability(changeShare), sensor(jpegShare));
    }

    @Override
    public void apply(Crop crop, SplittableRandom random) {
        groundAndLight.apply(crop, random);
        sensor.apply(crop, random);
    }

    private static Augmentation groundAndLight() {
        return inTurn(
                new WaterRecolouring().withProbability(0.4),
                new DrawnShadows().withProbability(0.35),
                new ColourJitter(),
                new Haze().withProbability(0.2));
    }

    private static Augmentation sensor(double jpegShare) {
        return inTurn(
                new Blur().withProbability(0.1),
                new SensorNoise().withProbability(0.15),
                new JpegArtefacts().withProbability(jpegShare));
    }

    private static Augmentation inTurn(Augmentation... steps) {
        List<Augmentation> all = List.of(steps);
        return (crop, random) -> all.forEach(step -> step.apply(crop, random));
    }
}
