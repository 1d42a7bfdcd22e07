package io.treehouse.server.http;

import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.classify.ObjectOutputs;
import io.treehouse.inference.classify.TileOutputs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The files that can be made of a tile, by the names under which a result has them. */
enum TileFile {
    /** The class map on the tile's own grid, a Cloud Optimized GeoTIFF. */
    CLASSES("classes.tif", TileFile.GEOTIFF),
    /** Calibrated probabilities, a band a class. */
    PROBABILITIES("probabilities.tif", TileFile.GEOTIFF),
    /** The tile with its classes in legend colours. */
    OVERLAY("overlay.png", "image/png"),
    /** The objects in WGS 84. */
    GEOJSON(FeatureFormat.GEOJSON),
    /** The objects in the tile's CRS. */
    GEOPACKAGE(FeatureFormat.GEOPACKAGE),
    /** The objects in the tile's CRS. */
    FLATGEOBUF(FeatureFormat.FLATGEOBUF),
    /** The objects in the tile's CRS. */
    GEOPARQUET(FeatureFormat.GEOPARQUET);

    private static final String GEOTIFF = "image/tiff; application=geotiff; profile=cloud-optimized";

    private final String fileName;
    private final String contentType;
    private final Optional<FeatureFormat> objects;

    TileFile(String fileName, String contentType) {
        this.fileName = fileName;
        this.contentType = contentType;
        objects = Optional.empty();
    }

    TileFile(FeatureFormat format) {
        fileName = "objects." + format.extension();
        contentType = format.mediaType();
        objects = Optional.of(format);
    }

    /** The file of a name; empty if there is none. */
    static Optional<TileFile> named(String name) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equals(name))
                .findFirst();
    }

    String fileName() {
        return fileName;
    }

    /** Value of {@code Content-Type}. */
    String contentType() {
        return contentType;
    }

    /** Format of the objects, which only a georeferenced tile has; empty if it holds none. */
    Optional<FeatureFormat> objects() {
        return objects;
    }

    /** What to ask of the classification, so that the file comes to lie in a place. */
    TileOutputs outputs(Path file) {
        Optional<Path> place = Optional.of(file);
        return new TileOutputs(
                place.filter(f -> this == CLASSES),
                true,
                place.filter(f -> this == OVERLAY),
                objects.map(format -> ObjectOutputs.file(file, format)).orElse(ObjectOutputs.NONE),
                place.filter(f -> this == PROBABILITIES));
    }
}
