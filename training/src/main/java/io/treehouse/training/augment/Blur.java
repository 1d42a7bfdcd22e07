package io.treehouse.training.augment;

import java.util.SplittableRandom;

/** A softer picture: a 3 × 3 binomial filter, once or twice. */
final class Blur implements Augmentation {
    @Override
    public void apply(Crop crop, SplittableRandom random) {
        int passes = 1 + random.nextInt(2);
        for (int pass = 0; pass < passes; pass++) {
            along(crop, 3);
            along(crop, 3 * crop.size());
        }
    }

    /** Weights 1-2-1 between neighbours that lie {@code stride} values apart; the first and last line stay. */
    private static void along(Crop crop, int stride) {
        float[] rgb = crop.rgb();
        float[] before = rgb.clone();
        int line = 3 * crop.size();
        for (int i = stride; i < rgb.length - stride; i++) {
            boolean sameRow = stride == line || i / line == (i - stride) / line && i / line == (i + stride) / line;
            if (sameRow) {
                rgb[i] = (before[i - stride] + 2 * before[i] + before[i + stride]) / 4;
            }
        }
    }
}
