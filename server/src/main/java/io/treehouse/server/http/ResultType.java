package io.treehouse.server.http;

import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.server.jobs.JobFolder;
import java.util.Arrays;

/** Media types of results by the endings of their names. */
final class ResultType {
    private ResultType() {}

    static String of(String name) {
        if (name.endsWith(".tif")) {
            return TileFile.CLASSES.contentType();
        }
        if (name.equals(JobFolder.PICTURE)) {
            return "image/jpeg";
        }
        if (name.equals(JobFolder.PIXELS)) {
            return "application/octet-stream";
        }
        if (name.endsWith(".png")) {
            return "image/png";
        }
        if (name.endsWith(".csv")) {
            return FiguresCsv.MEDIA_TYPE;
        }
        return Arrays.stream(FeatureFormat.values())
                .filter(format -> name.endsWith("." + format.extension()))
                .map(FeatureFormat::mediaType)
                .findFirst()
                .orElse("application/json");
    }
}
