package io.treehouse.server.feedback;

import io.treehouse.datasets.raster.RasterOptions;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The tile that feedback is about.
 *
 * @param file its file
 * @param options what its sender said about it when it was classified
 * @param maxPixels pixels above which it is refused
 */
public record SentTile(Path file, RasterOptions options, long maxPixels) {
    public SentTile {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(options, "options");
    }
}
