package io.treehouse.inference.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What speaks for imagery of another kind than a model learned from, in words and seldom enough to be woken by. The levels of
 * single features cannot be that: a reference is a mixture of towns, seasons and sensors, so that each single town differs from
 * it. How the limits were measured is said in docs/operations.md.
 */
final class DriftSigns {
    private static final int FEWEST_TILES = 20;
    private static final double LARGEST_OUTSIDE_SHARE = 0.05;
    private static final int FEWEST_OUTSIDE = 2;
    private static final double LARGEST_COLOUR_SHIFT = 1.5;
    private static final double LARGEST_ENTROPY_SHIFT = 1;
    private static final double PERCENT = 100;

    private DriftSigns() {}

    /** @param features by {@link TileFeature#label} */
    static List<String> of(Map<String, FeatureDrift> features, int tiles) {
        List<String> signs = new ArrayList<>();
        if (tiles < FEWEST_TILES) {
            return signs;
        }
        features.forEach((label, drift) -> {
            TileFeature feature = TileFeature.find(label).orElseThrow();
            if (feature.isInput() && isOftenOutside(drift, tiles)) {
                signs.add("%.0f %% of the tiles have a %s that no picture had which was learned from"
                        .formatted(PERCENT * drift.outsideShare(), label));
            }
            if (feature.isColour() && Math.abs(shift(drift)) > LARGEST_COLOUR_SHIFT) {
                signs.add(shifted(label, drift));
            }
            if (feature == TileFeature.MEAN_ENTROPY_BITS && shift(drift) > LARGEST_ENTROPY_SHIFT) {
                signs.add(shifted(label, drift) + ": the model is less sure");
            }
        });
        return signs;
    }

    private static boolean isOftenOutside(FeatureDrift drift, int tiles) {
        return drift.outsideShare() > LARGEST_OUTSIDE_SHARE && drift.outsideShare() * tiles >= FEWEST_OUTSIDE;
    }

    private static double shift(FeatureDrift drift) {
        return drift.shift() == null ? 0 : drift.shift();
    }

    private static String shifted(String label, FeatureDrift drift) {
        return String.format(
                Locale.ROOT,
                "%s is %.1f standard deviations %s the pictures that were learned from",
                label,
                Math.abs(shift(drift)),
                shift(drift) > 0 ? "above" : "below");
    }
}
