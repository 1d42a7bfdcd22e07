package io.treehouse.inference.drift;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the features were distributed over pictures that a model was trained and chosen on; a member of its training manifest.
 * Immutable.
 *
 * @param pictures number of pictures
 * @param features by {@link TileFeature#label}, those that were known of any picture
 */
public record DriftReference(int pictures, Map<String, FeatureReference> features) {
    /** Name of the manifest's member. */
    public static final String MEMBER = "statistics";

    /** What a model without a reference has. */
    public static final DriftReference NONE = new DriftReference(0, Map.of());

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public DriftReference {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        if (pictures < 0) {
            throw new IllegalArgumentException("A reference cannot have " + pictures + " pictures");
        }
    }

    /** The reference that some pictures make. */
    public static DriftReference of(List<TileStatistics> pictures) {
        Map<String, FeatureReference> features = new LinkedHashMap<>();
        for (TileFeature feature : TileFeature.values()) {
            double[] values = pictures.stream()
                    .filter(picture -> picture.values().containsKey(feature))
                    .mapToDouble(picture -> picture.values().get(feature))
                    .toArray();
            if (Arrays.stream(values).findAny().isPresent()) {
                features.put(feature.label(), FeatureReference.of(values));
            }
        }
        return new DriftReference(pictures.size(), features);
    }

    /**
     * The reference in a training manifest; {@link #NONE} if it has none.
     *
     * @throws InputProblem if it is malformed
     */
    public static DriftReference in(JsonNode manifest) {
        if (!manifest.has(MEMBER)) {
            return NONE;
        }
        try {
            return JSON.convertValue(manifest.get(MEMBER), DriftReference.class);
        } catch (IllegalArgumentException malformed) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The member " + MEMBER + " of the model's training manifest is malformed: "
                            + malformed.getMessage(),
                    "Write it again with ./treehouse reference.",
                    malformed);
        }
    }

    /** A manifest with this reference in it, in the place of another. */
    public ObjectNode addedTo(JsonNode manifest) {
        ObjectNode with = manifest.deepCopy();
        with.set(MEMBER, JSON.valueToTree(this));
        return with;
    }
}
