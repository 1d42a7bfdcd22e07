package io.treehouse.server.http;

import io.treehouse.datasets.vector.FeatureFormat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters of requests about tiles and scenes, in the order of the documentation. */
final class TileParameters {
    /** How an image is read. */
    static final List<QueryParameter> OF_IMAGES = List.of(
            QueryParameter.of(
                    "gsd",
                    "Ground sampling distance in metres, 0.05 to 2, of images whose georeferencing does not tell it"),
            QueryParameter.of(
                    "bbox", "Where an image without georeferencing lies: WEST,SOUTH,EAST,NORTH in the units of crs"),
            QueryParameter.of("crs", "Name of the CRS of bbox, such as EPSG:4326"),
            QueryParameter.of("bands", "Numbers of the red, green and blue band, from 1, such as 4,3,2"),
            QueryParameter.of("scaling", "How values become 0 to 255: auto (if not given), none or LOW,HIGH"),
            QueryParameter.of("nodata", "Value that means no imagery where all used bands have it; a number or nan"));

    private static final List<QueryParameter> OF_ANSWERS = List.of(
            QueryParameter.of("date", "Day of the imagery, such as 2024-06-30; the answer repeats it"),
            QueryParameter.of("id", "The sender's name of the tile, of at most 200 characters; the answer repeats it"),
            QueryParameter.of("model", "NAME@VERSION of the model to use instead of the one that serves"));

    private static final QueryParameter OBJECTS =
            QueryParameter.of("objects", "pixels: the JSON answer lists the objects in pixels of the tile", "pixels");

    private static final QueryParameter LAYER = new QueryParameter(
            "layer",
            "What image/tiff holds: classes (if not given), or probabilities, a band a class; and what files of features hold:"
                    + " objects (if not given), or zones, the figures of those that were sent",
            AnswerLayer.labels());

    /** Of a tile whose answer is sent back at once. */
    static final List<QueryParameter> OF_TILES = joined(OF_IMAGES, OF_ANSWERS, List.of(OBJECTS, LAYER));

    /** Of a tile that is kept: each layer is a file of its own. */
    static final List<QueryParameter> OF_KEPT_TILES = joined(OF_IMAGES, OF_ANSWERS, List.of(OBJECTS));

    /** What jobs alone take. */
    static final List<QueryParameter> OF_JOBS_ALONE = List.of(
            QueryParameter.of(
                    "objects",
                    "Formats of the files that the objects are written to, separated by commas: "
                            + Arrays.stream(FeatureFormat.values())
                                    .map(FeatureFormat::extension)
                                    .collect(Collectors.joining(", "))
                            + "; or none, as if not given: they are counted only"),
            QueryParameter.of("probabilities", "true: the probability of each class is written, too", "true", "false"),
            QueryParameter.of(
                    "path",
                    "FOLDER/FILE below the folder that serve --scenes DIR names, in place of a scene in the body; no other"
                            + " file can be named"));

    /** Of a job. */
    static final List<QueryParameter> OF_JOBS = joined(OF_IMAGES, OF_ANSWERS, OF_JOBS_ALONE);

    private TileParameters() {}

    @SafeVarargs
    private static List<QueryParameter> joined(List<QueryParameter>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
