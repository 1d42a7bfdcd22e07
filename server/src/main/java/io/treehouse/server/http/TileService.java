package io.treehouse.server.http;

import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.errormatrix.ModelErrors;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What classifies tiles behind the server. Implementations are thread-safe. */
public interface TileService {
    /**
     * Classifies one tile.
     *
     * @param request the tile and what is wanted of it
     * @return the answer as a record that Jackson writes
     * @throws io.treehouse.datasets.problem.InputProblem when tile or parameters cannot be used
     */
    Object classify(TileRequest request);

    /**
     * What is known of the errors of a model; empty if it is not at hand.
     *
     * @param model its name and version as class maps name it, such as {@code land-cover 2}
     */
    default Optional<ModelErrors> errors(String model) {
        return Optional.empty();
    }

    /**
     * @param image the tile's file
     * @param parameters the query's parameters, each once, all known
     * @param maxPixels most pixels that the tile may have
     * @param classMap where to write the class map, if it is wanted
     * @param overlay where to write the overlay, if it is wanted
     * @param objects where to write the objects, if they are wanted
     * @param zones file of the zones whose figures are wanted, if there are any
     * @param sample file of a labelled sample of the tile's class map, if there is one
     * @param probabilities where to write the class probabilities, if they are wanted
     * @param zoneFigures where to write the figures of the zones as a table, if it is wanted
     */
    record TileRequest(
            Path image,
            Map<String, String> parameters,
            long maxPixels,
            Optional<Path> classMap,
            Optional<Path> overlay,
            Optional<ObjectsFile> objects,
            Optional<Path> zones,
            Optional<Path> sample,
            Optional<Path> probabilities,
            Optional<ObjectsFile> zoneFigures) {}

    /**
     * A file of features, objects or zones.
     *
     * @param path where to write it
     * @param format its format
     */
    record ObjectsFile(Path path, FeatureFormat format) {}
}
