package io.treehouse.inference.classify;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Files that a viewer shows a classified tile from; {@link io.treehouse.datasets.raster.DisplayLayers} says what is in them.
 *
 * @param picture JPEG of the tile
 * @param pixels class and confidence of the picture's pixels
 */
public record DisplayFiles(Path picture, Path pixels) {
    public DisplayFiles {
        Objects.requireNonNull(picture, "picture");
        Objects.requireNonNull(pixels, "pixels");
    }
}
