package io.treehouse.server.http;

import io.treehouse.inference.classify.TileOutputs;
import io.treehouse.inference.classify.ZoneRequest;
import io.treehouse.inference.errormatrix.ModelErrors;
import io.treehouse.inference.scene.WindowProgress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What classifies tiles behind the server. Implementations are thread-safe. */
public interface TileService {
    /**
     * Classifies one tile.
     *
     * @param request the tile and what is wanted of it
     * @param progress is told after every window, on the calling thread
     * @return the answer as a record that Jackson writes
     * @throws io.treehouse.datasets.problem.InputProblem when tile or parameters cannot be used
     */
    Object classify(TileOrder request, WindowProgress progress);

    /**
     * What is known of the errors of a model; empty if it is not at hand.
     *
     * @param model its name and version as class maps name it, such as {@code land-cover 2}
     */
    default Optional<ModelErrors> errors(String model) {
        return Optional.empty();
    }

    /**
     * A tile to classify, as it was asked for over HTTP.
     *
     * @param image the tile's file
     * @param parameters the query's parameters, each once, all known
     * @param maxPixels most pixels that the tile may have
     * @param outputs files to write beside the answer; whether it lists the objects is said by the parameters
     * @param zones the zones whose figures are wanted, if there are any
     * @param sample file of a labelled sample of the tile's class map, if there is one
     */
    record TileOrder(
            Path image,
            Map<String, String> parameters,
            long maxPixels,
            TileOutputs outputs,
            Optional<ZoneRequest> zones,
            Optional<Path> sample) {
        public TileOrder {
            Objects.requireNonNull(image, "image");
            Objects.requireNonNull(outputs, "outputs");
            Objects.requireNonNull(zones, "zones");
            Objects.requireNonNull(sample, "sample");
            parameters = Map.copyOf(parameters);
        }
    }
}
