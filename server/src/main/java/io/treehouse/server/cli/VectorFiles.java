package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.vector.FeatureFormat;
import java.nio.file.Path;
import java.util.Arrays;

/** Vector files that a user names. */
final class VectorFiles {
    private VectorFiles() {}

    /** The format that a file's name asks for. */
    static FeatureFormat format(Path file) {
        String name = file.getFileName().toString();
        return Arrays.stream(FeatureFormat.values())
                .filter(format -> name.endsWith("." + format.extension()))
                .findFirst()
                .orElseThrow(() -> new InputProblem(
                        Kind.INVALID_PARAMETER,
                        "The name " + name + " tells no format of vectors",
                        "End it in .geojson, .gpkg, .fgb or .parquet"));
    }
}
