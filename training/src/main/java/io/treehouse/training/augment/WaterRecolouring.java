package io.treehouse.training.augment;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.SplittableRandom;

/**
 * Gives labelled water another colour and keeps its texture. Water has more colours than any collection of pictures
 * shows: black, brown, green, teal, blue, grey.
 */
final class WaterRecolouring implements Augmentation {
    private static final int WATER = ClassSet.of(SurfaceClass.WATER).bits();
    private static final float[][] COLOURS = {
        {12, 16, 22}, {28, 40, 34}, {58, 52, 38}, {110, 96, 70}, {140, 125, 95},
        {52, 84, 62}, {40, 100, 100}, {70, 150, 150}, {36, 66, 110}, {110, 120, 125}
    };
    private static final float SPREAD = 10;

    @Override
    public void apply(Crop crop, SplittableRandom random) {
        float[] mean = waterMean(crop);
        if (mean == null) {
            return;
        }
        float[] base = COLOURS[random.nextInt(COLOURS.length)];
        float texture = (float) random.nextDouble(0.2, 1.3);
        float[] colour = new float[3];
        for (int c = 0; c < 3; c++) {
            colour[c] = base[c] + (float) Augmentation.normal(random, SPREAD);
        }
        float[] rgb = crop.rgb();
        byte[] labels = crop.classSets();
        for (int pixel = 0; pixel < labels.length; pixel++) {
            if (labels[pixel] == WATER) {
                for (int c = 0; c < 3; c++) {
                    crop.set(3 * pixel + c, colour[c] + (rgb[3 * pixel + c] - mean[c]) * texture);
                }
            }
        }
    }

    /** Mean colour of the labelled water; null if there is none. */
    private static float[] waterMean(Crop crop) {
        double[] sum = new double[3];
        int pixels = 0;
        for (int pixel = 0; pixel < crop.classSets().length; pixel++) {
            if (crop.classSets()[pixel] == WATER) {
                pixels++;
                for (int c = 0; c < 3; c++) {
                    sum[c] += crop.rgb()[3 * pixel + c];
                }
            }
        }
        return pixels == 0
                ? null
                : new float[] {(float) (sum[0] / pixels), (float) (sum[1] / pixels), (float) (sum[2] / pixels)};
    }
}
