package io.treehouse.inference.classify;

import io.treehouse.datasets.vector.FeatureFormat;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is wanted of a tile's objects beside their totals. Immutable.
 *
 * @param files files of the objects by their formats; each needs a georeferenced tile
 * @param listed whether the answer lists the objects in the tile's pixels
 */
public record ObjectOutputs(Map<FeatureFormat, Path> files, boolean listed) {
    /** The totals alone. */
    public static final ObjectOutputs NONE = new ObjectOutputs(Map.of(), false);

    /** No file, but the list. */
    public static final ObjectOutputs LIST = new ObjectOutputs(Map.of(), true);

    /** A file. */
    public static ObjectOutputs file(Path file, FeatureFormat format) {
        return new ObjectOutputs(Map.of(format, file), false);
    }

    public ObjectOutputs {
        Map<FeatureFormat, Path> ordered = new EnumMap<>(FeatureFormat.class);
        ordered.putAll(files);
        files = Collections.unmodifiableMap(ordered);
    }
}
