package io.treehouse.inference.classify;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Files to write beside the answer; empty ones are not wanted.
 *
 * @param classMap GeoTIFF with the class codes on the tile's own grid
 * @param cloudOptimized whether {@code classMap} and {@code probabilities} are to be Cloud Optimized GeoTIFFs with overviews
 * @param overlay PNG with the tile's picture and the classes in their legend colours
 * @param objects what is wanted of the objects
 * @param probabilities GeoTIFF with the calibrated probability of each class on the tile's own grid
 * @param display what a viewer shows the tile from
 */
public record TileOutputs(
        Optional<Path> classMap,
        boolean cloudOptimized,
        Optional<Path> overlay,
        ObjectOutputs objects,
        Optional<Path> probabilities,
        Optional<DisplayFiles> display) {
    /** The answer alone. */
    public static final TileOutputs NONE = new TileOutputs(Optional.empty(), false, Optional.empty());

    /** No more of the objects than their totals. */
    public TileOutputs(Optional<Path> classMap, boolean cloudOptimized, Optional<Path> overlay) {
        this(classMap, cloudOptimized, overlay, ObjectOutputs.NONE);
    }

    /** Without probabilities. */
    public TileOutputs(Optional<Path> classMap, boolean cloudOptimized, Optional<Path> overlay, ObjectOutputs objects) {
        this(classMap, cloudOptimized, overlay, objects, Optional.empty());
    }

    /** Without what a viewer needs. */
    public TileOutputs(
            Optional<Path> classMap,
            boolean cloudOptimized,
            Optional<Path> overlay,
            ObjectOutputs objects,
            Optional<Path> probabilities) {
        this(classMap, cloudOptimized, overlay, objects, probabilities, Optional.empty());
    }

    /** The same files, and the objects listed in the answer. */
    public TileOutputs withObjectsListed() {
        ObjectOutputs listed = new ObjectOutputs(objects.files(), true);
        return new TileOutputs(classMap, cloudOptimized, overlay, listed, probabilities, display);
    }
}
