package io.treehouse.inference.classify;

import io.treehouse.datasets.vector.FeatureFormat;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What is wanted of a tile's objects beside their totals.
 *
 * @param file file of the objects; needs a georeferenced tile
 * @param format its format
 * @param listed whether the answer lists the objects in the tile's pixels
 */
public record ObjectOutputs(Optional<Path> file, FeatureFormat format, boolean listed) {
    /** The totals alone. */
    public static final ObjectOutputs NONE = new ObjectOutputs(Optional.empty(), FeatureFormat.GEOJSON, false);

    /** A file. */
    public static ObjectOutputs file(Path file, FeatureFormat format) {
        return new ObjectOutputs(Optional.of(file), format, false);
    }

    public ObjectOutputs {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(format, "format");
    }
}
