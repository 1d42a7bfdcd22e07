package io.treehouse.server.http;

import io.treehouse.datasets.vector.FeatureFormat;
import java.util.Optional;

/** The forms in which figures can be had, in the server's order of preference. */
enum FigureForm {
    /** The whole document. */
    JSON(Optional.empty()),
    /** A table of features, a row for each figure. */
    GEOPACKAGE(Optional.of(FeatureFormat.GEOPACKAGE)),
    /** The same. */
    GEOPARQUET(Optional.of(FeatureFormat.GEOPARQUET)),
    /** The same. */
    GEOJSON(Optional.of(FeatureFormat.GEOJSON));

    private final Optional<FeatureFormat> table;

    FigureForm(Optional<FeatureFormat> table) {
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
