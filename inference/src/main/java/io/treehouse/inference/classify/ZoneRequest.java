package io.treehouse.inference.classify;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.vector.FeatureFormat;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Zones whose figures are wanted beside those of the tile.
 *
 * @param polygons file of the zones
 * @param figures where to write their figures as a file too, a row each
 * @param format the format of that file; not FlatGeobuf, which leaves out zones that lie elsewhere
 */
public record ZoneRequest(Path polygons, Optional<Path> figures, FeatureFormat format) {
    public ZoneRequest {
        Objects.requireNonNull(polygons, "polygons");
        Objects.requireNonNull(figures, "figures");
        if (figures.isPresent() && format == FeatureFormat.FLATGEOBUF) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "FlatGeobuf cannot hold zones that lie elsewhere",
                    "Take GeoPackage, GeoParquet or GeoJSON for the figures of zones");
        }
    }

    /** Figures in the answer alone. */
    public static ZoneRequest of(Path polygons) {
        return new ZoneRequest(polygons, Optional.empty(), FeatureFormat.GEOPACKAGE);
    }
}
