package io.treehouse.server.http;

import io.treehouse.datasets.vector.FeatureFormat;
import java.util.List;
import java.util.Optional;

/** The forms in which a tile's classification can be had, in the server's order of preference. */
enum AnswerForm {
    /** Areas, counts and provenance. */
    JSON("application/json", Optional.empty()),
    /** The class map, or what else a GeoTIFF can hold. */
    CLASS_MAP("image/tiff", Optional.of(TileFile.CLASSES)),
    /** The tile with its classes in legend colours. */
    OVERLAY("image/png", Optional.of(TileFile.OVERLAY)),
    /** The objects in WGS 84. */
    GEOJSON(FeatureFormat.GEOJSON.mediaType(), Optional.of(TileFile.GEOJSON)),
    /** The objects in the tile's CRS. */
    GEOPACKAGE(FeatureFormat.GEOPACKAGE.mediaType(), Optional.of(TileFile.GEOPACKAGE)),
    /** The objects in the tile's CRS. */
    FLATGEOBUF(FeatureFormat.FLATGEOBUF.mediaType(), Optional.of(TileFile.FLATGEOBUF)),
    /** The objects in the tile's CRS. */
    GEOPARQUET(FeatureFormat.GEOPARQUET.mediaType(), Optional.of(TileFile.GEOPARQUET));

    private final String mediaType;
    private final Optional<TileFile> file;

    AnswerForm(String mediaType, Optional<TileFile> file) {
        this.mediaType = mediaType;
        this.file = file;
    }

    /** The file that is the answer; empty if it is a document. */
    Optional<TileFile> file(AnswerLayer layer) {
        return layer == AnswerLayer.PROBABILITIES ? Optional.of(TileFile.PROBABILITIES) : file;
    }

    /** The format of the objects or zones; empty for forms that are no file of features. */
    Optional<FeatureFormat> objects() {
        return file.flatMap(TileFile::objects);
    }

    /** Media type without parameters. */
    String mediaType() {
        return mediaType;
    }

    /** Value of the answer's {@code Content-Type}. */
    String contentType() {
        return file.map(TileFile::contentType).orElse(mediaType);
    }

    /** The form that an {@code Accept} header likes best; empty when it accepts none. */
    static Optional<AnswerForm> choose(String accept) {
        return Negotiation.choose(accept, List.of(values()), AnswerForm::mediaType);
    }
}
