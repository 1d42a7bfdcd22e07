package io.treehouse.server.http;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.inference.classify.ZoneRequest;
import io.treehouse.inference.errormatrix.ModelErrors;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.server.monitor.Metrics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Times the tiles of a service, and puts its problems into words that the sender of the tile understands. Thread-safe. */
final class ReportedTiles implements TileService {
    private final TileService service;
    private final Metrics metrics;

    ReportedTiles(TileService service, Metrics metrics) {
        this.service = service;
        this.metrics = metrics;
    }

    @Override
    public Object classify(TileOrder request, WindowProgress progress) {
        Instant begin = Instant.now();
        try {
            Object answer = service.classify(request, progress);
            metrics.tileClassified(Duration.between(begin, Instant.now()));
            return answer;
        } catch (InputProblem problem) {
            throw inTheSendersWords(problem, request);
        }
    }

    @Override
    public Optional<ModelErrors> errors(String model) {
        return service.errors(model);
    }

    /** GDAL names the files that it read; their sender does not know where they lay on the server. */
    private static InputProblem inTheSendersWords(InputProblem problem, TileOrder request) {
        String detail = problem.getMessage().replace(request.image().toString(), "the tile");
        for (Path companion : Stream.of(request.zones().map(ZoneRequest::polygons), request.sample())
                .flatMap(Optional::stream)
                .toList()) {
            detail = detail.replace(companion.toString(), "the " + companion.getFileName());
        }
        return new InputProblem(problem.kind(), detail, problem.remedy(), problem);
    }
}
