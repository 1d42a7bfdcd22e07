package io.treehouse.training.augment;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.SplittableRandom;

/**
 * Draws shadows on land and keeps the labels, so that dark is not taken for water: the shapes of labelled buildings
 * thrown to one side, or a strip where there is no building.
 */
final class DrawnShadows implements Augmentation {
    private static final int WATER = ClassSet.of(SurfaceClass.WATER).bits();
    private static final int BUILDING = ClassSet.of(SurfaceClass.BUILDING).bits();

    @Override
    public void apply(Crop crop, SplittableRandom random) {
        double angle = random.nextDouble(2 * Math.PI);
        int length = random.nextInt(8, 40);
        boolean[] shadow = buildingShadows(crop, angle, length);
        if (shadow == null) {
            shadow = strip(crop, random, angle, length);
        }
        darken(crop, shadow, random);
    }

    /** Where the crop's buildings throw their shadow; null if it has none. */
    private static boolean[] buildingShadows(Crop crop, double angle, int length) {
        int size = crop.size();
        byte[] labels = crop.classSets();
        boolean[] shadow = new boolean[labels.length];
        boolean any = false;
        double across = Math.cos(angle);
        double down = Math.sin(angle);
        for (int pixel = 0; pixel < labels.length; pixel++) {
            if (labels[pixel] == BUILDING) {
                any = true;
                for (int step = 1; step <= length; step += 2) {
                    int x = pixel % size + (int) Math.round(step * across);
                    int y = pixel / size + (int) Math.round(step * down);
                    if (x >= 0 && y >= 0 && x < size && y < size && labels[y * size + x] != BUILDING) {
                        shadow[y * size + x] = true;
                    }
                }
            }
        }
        return any ? shadow : null;
    }

    private static boolean[] strip(Crop crop, SplittableRandom random, double angle, int width) {
        int size = crop.size();
        double offset = random.nextDouble(-size / 2.0, size / 2.0);
        double begin = random.nextDouble(-size / 2.0, 0);
        double end = begin + random.nextDouble(size / 8.0, size / 2.0);
        boolean[] shadow = new boolean[size * size];
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int pixel = 0; pixel < shadow.length; pixel++) {
            double x = pixel % size - size / 2.0;
            double y = (double) (pixel / size) - size / 2.0;
            double across = x * cos + y * sin - offset;
            double along = y * cos - x * sin;
            shadow[pixel] = across >= 0 && across < width && along >= begin && along < end;
        }
        return shadow;
    }

    private static void darken(Crop crop, boolean[] shadow, SplittableRandom random) {
        float light = (float) random.nextDouble(0.2, 0.55);
        float[] tint = {light * 0.92f, light, light * 1.15f};
        float[] rgb = crop.rgb();
        for (int pixel = 0; pixel < shadow.length; pixel++) {
            if (shadow[pixel] && isLand(crop.classSets()[pixel])) {
                for (int c = 0; c < 3; c++) {
                    rgb[3 * pixel + c] *= tint[c];
                }
            }
        }
    }

    /** Known not to be water. */
    private static boolean isLand(byte bits) {
        return bits != 0 && (bits & WATER) == 0;
    }
}
