package io.treehouse.inference.classify;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Files to write beside the answer; empty ones are not wanted.
 *
 * @param classMap GeoTIFF with the class codes on the tile's own grid
 * @param cloudOptimized whether {@code classMap} is to be a Cloud Optimized GeoTIFF with overviews
 * @param overlay PNG with the tile's picture and the classes in their legend colours
 */
public record TileOutputs(Optional<Path> classMap, boolean cloudOptimized, Optional<Path> overlay) {
    /** The answer alone. */
    public static final TileOutputs NONE = new TileOutputs(Optional.empty(), false, Optional.empty());
}
