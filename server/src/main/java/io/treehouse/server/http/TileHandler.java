package io.treehouse.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.inference.classify.TileOutputs;
import io.treehouse.inference.classify.ZoneRequest;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.server.http.TileService.TileOrder;
import io.treehouse.server.http.TileUpload.Received;
import io.treehouse.server.monitor.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /v1/tiles}: a tile in, its classification out, in the form that the caller accepts. */
final class TileHandler implements Handler {
    private final TileService service;
    private final ServerOptions options;
    private final ObjectMapper json;
    private final Metrics metrics;
    private final Admission admission;

    /** @param admission admits the tiles of all handlers */
    TileHandler(TileService service, ServerOptions options, ObjectMapper json, Metrics metrics, Admission admission) {
        this.service = service;
        this.options = options;
        this.json = json;
        this.metrics = metrics;
        this.admission = admission;
    }

    @Override
    public void handle(Context context) throws IOException {
        context.res().addHeader("Vary", "Accept");
        try {
            AnswerForm form = Negotiation.form(context, List.of(AnswerForm.values()), AnswerForm::mediaType);
            Map<String, String> parameters = QueryParameter.read(context, TileParameters.OF_TILES);
            Instant arrival = Instant.now();
            admission.pass(context.req(), () -> {
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
            Optional<TileFile> kind = form.file(layer);
            Optional<Path> file = kind.map(wanted -> folder.resolve(wanted.fileName()));
            TileOutputs outputs = kind.filter(wanted -> layer != AnswerLayer.ZONES)
                    .map(wanted -> wanted.outputs(file.orElseThrow()))
                    .orElse(TileOutputs.NONE);
            Object answer = service.classify(
                    new TileOrder(
                            received.tile(),
                            parameters,
                            options.maxPixels(),
                            outputs,
                            received.zones().map(polygons -> zones(polygons, form, layer, file)),
                            received.sample()),
                    WindowProgress.NONE);
            Instant answered = Instant.now();
            context.contentType(form.contentType());
            if (file.isPresent()) {
                send(context, file.get());
            } else {
                json.writeValue(context.res().getOutputStream(), answer);
            }
            metrics.stage("answer", Duration.between(answered, Instant.now()));
        }
    }

    private static ZoneRequest zones(Path polygons, AnswerForm form, AnswerLayer layer, Optional<Path> file) {
        return layer == AnswerLayer.ZONES
                ? new ZoneRequest(polygons, file, form.objects().orElseThrow())
                : ZoneRequest.of(polygons);
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

    /** Copied here and now, since the file is gone when the handler returns. */
    static void send(Context context, Path file) throws IOException {
        context.res().setContentLengthLong(Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(context.res().getOutputStream());
        }
    }
}
