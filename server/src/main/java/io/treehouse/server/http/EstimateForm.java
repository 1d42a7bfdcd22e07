package io.treehouse.server.http;

import io.treehouse.datasets.vector.FeatureFormat;
import java.util.Optional;

/** The forms in which an estimate can be had, in the server's order of preference. */
enum EstimateForm {
    /** All of it. */
    JSON(Optional.empty()),
    /** A row for each figure of each zone. */
    GEOPACKAGE(Optional.of(FeatureFormat.GEOPACKAGE)),
    /** The same. */
    GEOPARQUET(Optional.of(FeatureFormat.GEOPARQUET)),
    /** The same. */
    GEOJSON(Optional.of(FeatureFormat.GEOJSON));

    private final Optional<FeatureFormat> table;

    EstimateForm(Optional<FeatureFormat> table) {
        this.table = table;
    }

    /** Format of the table; empty for the document. */
    Optional<FeatureFormat> table() {
        return table;
    }

    String mediaType() {
        return table.map(FeatureFormat::mediaType).orElse("application/json");
    }
}
