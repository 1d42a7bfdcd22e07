package io.treehouse.server.http;

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

    /** The models that answer, as records that Jackson writes. */
    Object models();

    /**
     * @param image the tile's file
     * @param parameters the query's parameters, each once, all known
     * @param maxPixels most pixels that the tile may have
     * @param classMap where to write the class map, if it is wanted
     * @param overlay where to write the overlay, if it is wanted
     */
    record TileRequest(
            Path image,
            Map<String, String> parameters,
            long maxPixels,
            Optional<Path> classMap,
            Optional<Path> overlay) {}
}
