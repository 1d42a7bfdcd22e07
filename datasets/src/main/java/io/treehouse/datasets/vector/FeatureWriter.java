package io.treehouse.datasets.vector;

import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.vector.FeatureField.Type;
import io.treehouse.datasets.vector.FeatureLayer.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes features to a file, one after the other; memory does not grow with their number. Besides the fields given, each
 * has its {@code id} and, if features have positions, {@code positionX} and {@code positionY} in the coordinates of the
 * file. Belongs to one thread.
 */
public interface FeatureWriter extends AutoCloseable {
    /** The identifier of each feature. */
    FeatureField ID = new FeatureField("id", Type.TEXT, "", "Identifier, unique in the file");

    /** The two coordinates of a feature's position; null where it has none. */
    List<FeatureField> POSITION = List.of(
            coordinate("positionX", "Easting or longitude (x)"), coordinate("positionY", "Northing or latitude (y)"));

    private static FeatureField coordinate(String name, String axis) {
        return FeatureField.number(
                name,
                "",
                axis + " of a crown's position, or of a sampled pixel's centre, in the coordinates of the file");
    }

    /** Writes a feature. */
    void write(VectorFeature feature);

    /** Completes the file; nothing can be written afterwards. */
    void finish();

    /** Releases what is held; a file that was not finished is of no use. */
    @Override
    void close();

    /**
     * Begins a table of comma separated values, which has positions and no outlines.
     *
     * @param grid the grid that the features' pixels are of; must be georeferenced
     */
    static FeatureWriter csv(Path file, GridReference grid, List<FeatureField> fields) {
        return new CsvFeatureWriter(file, grid, fields);
    }

    /**
     * Begins a file of polygons with positions.
     *
     * @param format its format
     * @param file where to write, with the format's extension; there must be no file yet
     * @param layer name of the layer
     * @param grid the grid that the features' pixels are of; must be georeferenced
     * @param fields the attributes
     * @param metadata items that describe the whole
     * @throws IllegalArgumentException if the grid is not georeferenced
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    static FeatureWriter create(
            FeatureFormat format,
            Path file,
            String layer,
            GridReference grid,
            List<FeatureField> fields,
            Map<String, String> metadata) {
        return create(format, file, new FeatureLayer(layer, grid, fields, metadata, Shape.POLYGONS_WITH_POSITION));
    }

    /**
     * Begins a file.
     *
     * @param format its format
     * @param file where to write, with the format's extension; there must be no file yet
     * @param layer what the features have in common
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    static FeatureWriter create(FeatureFormat format, Path file, FeatureLayer layer) {
        return switch (format) {
            case GEOJSON -> new GeoJsonWriter(file, layer);
            case GEOPACKAGE -> OgrFeatureWriter.create("GPKG", file, layer);
            case GEOPARQUET -> GeoParquetWriter.create(file, layer);
            case FLATGEOBUF -> OgrFeatureWriter.create("FlatGeobuf", file, layer);
        };
    }
}
