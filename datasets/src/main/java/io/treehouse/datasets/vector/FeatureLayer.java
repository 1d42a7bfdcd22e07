package io.treehouse.datasets.vector;

import io.treehouse.datasets.raster.GridReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The features of a file, as far as they are alike. Immutable by agreement.
 *
 * @param name name of the layer
 * @param grid the grid that the features' pixels are of; georeferenced
 * @param fields the attributes
 * @param metadata items that describe the whole
 * @param shape what the features are
 */
public record FeatureLayer(
        String name, GridReference grid, List<FeatureField> fields, Map<String, String> metadata, Shape shape) {
    /** What features are. */
    public enum Shape {
        /** Polygons, each with a position that may be missing. */
        POLYGONS_WITH_POSITION,
        /** Polygons of any number of parts. */
        MULTI_POLYGONS
    }

    /** @throws IllegalArgumentException if the grid is not georeferenced */
    public FeatureLayer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(shape, "shape");
        fields = List.copyOf(fields);
        if (grid.transform().isEmpty() || grid.wkt().isEmpty()) {
            throw new IllegalArgumentException("Features of a grid that is not georeferenced have no place");
        }
    }

    boolean hasPositions() {
        return shape == Shape.POLYGONS_WITH_POSITION;
    }

    /** All columns of a file, in their order. */
    List<FeatureField> columns() {
        List<FeatureField> position = hasPositions() ? FeatureWriter.POSITION : List.of();
        return Stream.of(List.of(FeatureWriter.ID), fields, position)
                .flatMap(List::stream)
                .toList();
    }

    /** The CRS as well-known text. */
    String wkt() {
        return grid.wkt().orElseThrow();
    }
}
