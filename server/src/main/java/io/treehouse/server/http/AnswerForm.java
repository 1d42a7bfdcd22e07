package io.treehouse.server.http;

import io.treehouse.datasets.vector.FeatureFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms in which a tile's classification can be had, in the server's order of preference. */
enum AnswerForm {
    /** Areas, counts and provenance. */
    JSON("application/json", "application/json"),
    /** The class map on the tile's own grid, a Cloud Optimized GeoTIFF. */
    CLASS_MAP("image/tiff", "image/tiff; application=geotiff; profile=cloud-optimized"),
    /** The tile with its classes in legend colours. */
    OVERLAY("image/png", "image/png"),
    /** The objects in WGS 84. */
    GEOJSON(FeatureFormat.GEOJSON),
    /** The objects in the tile's CRS. */
    GEOPACKAGE(FeatureFormat.GEOPACKAGE),
    /** The objects in the tile's CRS. */
    FLATGEOBUF(FeatureFormat.FLATGEOBUF),
    /** The objects in the tile's CRS. */
    GEOPARQUET(FeatureFormat.GEOPARQUET);

    private final String mediaType;
    private final String contentType;
    private final Optional<FeatureFormat> objects;

    AnswerForm(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
        objects = Optional.empty();
    }

    AnswerForm(FeatureFormat format) {
        mediaType = format.mediaType();
        contentType = mediaType;
        objects = Optional.of(format);
    }

    /** The format of the objects; empty for forms that are no file of objects. */
    Optional<FeatureFormat> objects() {
        return objects;
    }

    /** Media type without parameters. */
    String mediaType() {
        return mediaType;
    }

    /** Value of the answer's {@code Content-Type}. */
    String contentType() {
        return contentType;
    }

    /**
     * The form that an {@code Accept} header likes best; equal weights are decided by the server's order.
     *
     * @param accept the header, elements joined by commas; null or blank accepts everything
     * @return empty when the header accepts none
     */
    static Optional<AnswerForm> choose(String accept) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(JSON);
        }
        List<MediaRange> ranges = MediaRange.parseAll(accept);
        AnswerForm best = null;
        double bestWeight = 0;
        for (AnswerForm form : values()) {
            double weight = form.weightIn(ranges);
            if (weight > bestWeight) {
                best = form;
                bestWeight = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    /** All media types, for a message. */
    static String mediaTypes() {
        return Arrays.stream(values()).map(AnswerForm::mediaType).collect(Collectors.joining(", "));
    }

    private double weightIn(List<MediaRange> ranges) {
        return ranges.stream()
                .filter(range -> range.matches(mediaType))
                .max(Comparator.comparingInt(MediaRange::specificity).thenComparingDouble(MediaRange::weight))
                .map(MediaRange::weight)
                .orElse(0.0);
    }
}
