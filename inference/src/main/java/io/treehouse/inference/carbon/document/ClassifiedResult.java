package io.treehouse.inference.carbon.document;

import io.treehouse.inference.carbon.estimate.ResultProvenance;
import java.util.List;

/**
 * What the document of a classified tile says. Immutable.
 *
 * @param whole the tile as one zone
 * @param zones the user's zones on it; empty if none were sent
 * @param provenance where it comes from
 */
public record ClassifiedResult(MeasuredZone whole, List<MeasuredZone> zones, ResultProvenance provenance) {
    public ClassifiedResult {
        zones = List.copyOf(zones);
    }

    /** The zones, or the tile where there are none. */
    List<MeasuredZone> units() {
        return zones.isEmpty() ? List.of(whole) : zones;
    }
}
