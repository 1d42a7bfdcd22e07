package io.treehouse.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.server.http.TileService.ObjectsFile;
import io.treehouse.server.http.TileService.TileRequest;
import io.treehouse.server.http.TileUpload.Received;
import io.treehouse.server.monitor.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code POST /v1/tiles}: a tile in, its classification out, in the form that the caller accepts. */
final class TileHandler implements Handler {
    /** Names of the query's parameters in the order of the documentation. */
    static final List<String> PARAMETERS =
            List.of("gsd", "bbox", "crs", "bands", "scaling", "nodata", "date", "id", "objects", "layer", "model");

    private final TileService service;
    private final ServerOptions options;
    private final ObjectMapper json;
    private final Metrics metrics;
    private final Gate gate;

    TileHandler(TileService service, ServerOptions options, ObjectMapper json, Metrics metrics) {
        this.service = service;
        this.options = options;
        this.json = json;
        this.metrics = metrics;
        this.gate = new Gate(options.concurrentTiles(), options.waitingTiles(), options.patience());
        metrics.queue(gate::waiting, gate::working);
    }

    @Override
    public void handle(Context context) throws IOException {
        context.header("Vary", "Accept");
        try {
            AnswerForm form = negotiate(context);
            Map<String, String> parameters = parameters(context.queryParamMap(), PARAMETERS);
            Instant arrival = Instant.now();
            gate.pass(() -> {
                metrics.stage("queue", Duration.between(arrival, Instant.now()));
                receiveAndAnswer(context, form, parameters);
                return null;
            });
        } catch (InputProblem | ProblemException refusal) {
            UnreadBody.discard(context.req());
            throw refusal;
        }
    }

    private void receiveAndAnswer(Context context, AnswerForm form, Map<String, String> parameters) throws IOException {
        Instant begin = Instant.now();
        try (RequestFolder folder = new RequestFolder()) {
            Received received = new TileUpload(options.maxBodyBytes()).receive(context.req(), folder);
            metrics.stage("receive", Duration.between(begin, Instant.now()));
            AnswerLayer layer = AnswerLayer.choose(parameters.get("layer"), form);
            refuseCompanions(received, form, layer);
            Optional<ObjectsFile> features = form.objects()
                    .map(format -> new ObjectsFile(folder.resolve("features." + format.extension()), format));
            TileRequest request = new TileRequest(
                    received.tile(),
                    parameters,
                    options.maxPixels(),
                    Optional.of(folder.resolve("classes.tif"))
                            .filter(f -> form == AnswerForm.CLASS_MAP && layer == AnswerLayer.CLASSES),
                    Optional.of(folder.resolve("overlay.png")).filter(f -> form == AnswerForm.OVERLAY),
                    features.filter(f -> layer == AnswerLayer.OBJECTS),
                    received.zones(),
                    received.sample(),
                    Optional.of(folder.resolve("probabilities.tif")).filter(f -> layer == AnswerLayer.PROBABILITIES),
                    features.filter(f -> layer == AnswerLayer.ZONES));
            Object answer = classify(request);
            Instant answered = Instant.now();
            context.contentType(form.contentType());
            switch (form) {
                case JSON -> json.writeValue(context.res().getOutputStream(), answer);
                case CLASS_MAP ->
                    send(context, request.probabilities().or(request::classMap).orElseThrow());
                case OVERLAY -> send(context, request.overlay().orElseThrow());
                case GEOJSON, GEOPACKAGE, FLATGEOBUF, GEOPARQUET ->
                    send(context, features.orElseThrow().path());
            }
            metrics.stage("answer", Duration.between(answered, Instant.now()));
        }
    }

    /** What was sent beside the tile must have a place in the answer. */
    private static void refuseCompanions(Received received, AnswerForm form, AnswerLayer layer) {
        if (layer == AnswerLayer.ZONES) {
            if (received.zones().isEmpty()) {
                throw new InputProblem(
                        InputProblem.Kind.INVALID_PARAMETER,
                        "The figures of zones are wanted, but no zones were sent.",
                        "Send a form with the tile and the field zones.");
            }
            return;
        }
        boolean alone = received.zones().isEmpty() && received.sample().isEmpty();
        if (!alone && form != AnswerForm.JSON) {
            throw new InputProblem(
                    InputProblem.Kind.INVALID_PARAMETER,
                    "Zones or a sample were sent, whose figures have no place in " + form.mediaType() + ".",
                    "Accept application/json, give layer=zones for a table of the zones, or send the tile alone.");
        }
    }

    private Object classify(TileRequest request) {
        Instant begin = Instant.now();
        try {
            Object answer = service.classify(request);
            metrics.tileClassified(Duration.between(begin, Instant.now()));
            return answer;
        } catch (InputProblem problem) {
            throw inTheSendersWords(problem, request);
        }
    }

    /** GDAL names the files that it read; their sender does not know where they lay on the server. */
    private static InputProblem inTheSendersWords(InputProblem problem, TileRequest request) {
        String detail = problem.getMessage().replace(request.image().toString(), "the tile");
        for (Path companion : Stream.of(request.zones(), request.sample())
                .flatMap(Optional::stream)
                .toList()) {
            detail = detail.replace(companion.toString(), "the " + companion.getFileName());
        }
        return new InputProblem(problem.kind(), detail, problem.remedy(), problem);
    }

    /** Copied here and now, since the file is gone when the handler returns. */
    static void send(Context context, Path file) throws IOException {
        context.res().setContentLengthLong(Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(context.res().getOutputStream());
        }
    }

    private static AnswerForm negotiate(Context context) {
        String accept =
                Collections.list(context.req().getHeaders("Accept")).stream().collect(Collectors.joining(","));
        return AnswerForm.choose(accept)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        406,
                        "not-acceptable",
                        "Not acceptable",
                        "None of the forms of the answer is accepted by 'Accept: " + accept + "'.",
                        "Accept one of " + AnswerForm.mediaTypes() + ".")));
    }

    /** The parameters of a query, each of which must be known and given once. */
    static Map<String, String> parameters(Map<String, List<String>> query, List<String> known) {
        TreeSet<String> unknown = new TreeSet<>(query.keySet());
        known.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw invalid("Unknown parameter: " + String.join(", ", unknown) + ".", known);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        query.forEach((name, values) -> {
            if (values.size() != 1) {
                throw invalid("The parameter '" + name + "' is given " + values.size() + " times.", known);
            }
            parameters.put(name, values.get(0));
        });
        return parameters;
    }

    private static InputProblem invalid(String detail, List<String> known) {
        return new InputProblem(
                InputProblem.Kind.INVALID_PARAMETER,
                detail,
                "The parameters are %s, each at most once.".formatted(String.join(", ", known)));
    }
}
