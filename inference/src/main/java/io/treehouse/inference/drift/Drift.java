package io.treehouse.inference.drift;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How far the tiles that a version classified last are from the pictures that it was trained and chosen on.
 *
 * @param level the highest of the features: {@code unknown}, {@code none}, {@code moderate} or {@code strong}
 * @param signs what speaks for imagery of another kind, in words; empty if nothing does or fewer than 20 tiles came in
 * @param tiles tiles compared: the last ones, up to a limit
 * @param referencePictures pictures of the reference in the model's manifest; 0 if it has none
 * @param features by name, those that both have
 */
public record Drift(
        String level, List<String> signs, int tiles, int referencePictures, Map<String, FeatureDrift> features) {
    public Drift {
        signs = List.copyOf(signs);
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }

    static Drift of(RecentTiles recent, DriftReference reference) {
        Map<String, FeatureDrift> features = new LinkedHashMap<>();
        for (TileFeature feature : TileFeature.values()) {
            double[] values = recent.values(feature);
            FeatureReference known = reference.features().get(feature.label());
            if (values.length > 0 && known != null) {
                features.put(feature.label(), FeatureDrift.of(known, values));
            }
        }
        return new Drift(
                worst(features).label(),
                DriftSigns.of(features, recent.size()),
                recent.size(),
                reference.pictures(),
                features);
    }

    private static DriftLevel worst(Map<String, FeatureDrift> features) {
        return Stream.of(DriftLevel.STRONG, DriftLevel.MODERATE, DriftLevel.NONE)
                .filter(level -> features.values().stream()
                        .anyMatch(feature -> feature.level().equals(level.label())))
                .findFirst()
                .orElse(DriftLevel.UNKNOWN);
    }
}
