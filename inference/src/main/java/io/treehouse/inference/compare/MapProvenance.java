package io.treehouse.inference.compare;

import io.treehouse.datasets.raster.PlacedClassMap;
import io.treehouse.inference.carbon.document.ClassifiedResult;
import io.treehouse.inference.carbon.estimate.ResultProvenance;
import java.util.List;
import java.util.Map;

/** Where the state of a comparison comes from. */
final class MapProvenance {
    private MapProvenance() {}

    /** What its result says if there is one, else what its class map says; null if neither says anything. */
    static ResultProvenance of(State state, PlacedClassMap map) {
        return state.result().map(ClassifiedResult::provenance).orElseGet(() -> of(map));
    }

    private static ResultProvenance of(PlacedClassMap map) {
        Map<String, String> origin = map.origin();
        if (origin.isEmpty()) {
            return null;
        }
        return new ResultProvenance(
                origin.get("IMAGE_ID"),
                origin.get("IMAGE_DATE"),
                origin.get("MODEL_NAME"),
                origin.get("MODEL_VERSION"),
                origin.get("MODEL_SHA256"),
                map.sampling().metres(),
                map.crs().orElse(null),
                origin.get("PROGRAM_VERSION"),
                List.of(),
                null);
    }
}
