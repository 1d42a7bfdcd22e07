package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.carbon.document.EstimateDocument;
import io.treehouse.inference.carbon.estimate.Estimate;
import io.treehouse.inference.carbon.estimate.Estimator;
import io.treehouse.inference.carbon.table.FigureTable;
import io.treehouse.inference.carbon.table.ZonePlaces;
import io.treehouse.server.http.FigureAnswers.Figures;
import io.treehouse.server.program.ProgramVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /v1/estimates}: results of classification in, sinks and emissions out, in the form that the caller accepts. */
final class EstimateHandler implements Handler {
    /** Fields of the form. */
    static final String REQUEST = "request";

    static final String ZONES = "zones";

    /** A document of the largest size takes some hundred megabytes as objects. */
    private static final int CONCURRENT_DOCUMENTS = 2;

    private static final int MOST_WAITING = 8;

    private final JsonBody body;
    private final FormFiles form;
    private final FigureAnswers answers;

    EstimateHandler(ServerOptions options, ObjectMapper json, RequestWatch watch) {
        body = new JsonBody(options.maxBodyBytes());
        form = new FormFiles(new LinkedHashSet<>(List.of(REQUEST, ZONES)), options.maxBodyBytes());
        answers = new FigureAnswers(json, Admission.of(CONCURRENT_DOCUMENTS, MOST_WAITING, options.patience(), watch));
    }

    /**
     * What was sent.
     *
     * @param document the request
     * @param zones outlines of its zones
     */
    private record Received(JsonNode document, Optional<Path> zones) {}

    @Override
    public void handle(Context context) throws IOException {
        answers.answer(context, (folder, wanted) -> figures(receive(context, folder), wanted));
    }

    private Received receive(Context context, RequestFolder folder) throws IOException {
        if (!FormFiles.isForm(context.req())) {
            return new Received(body.receive(context.req(), folder), Optional.empty());
        }
        Map<String, Path> files = form.receive(context.req(), folder);
        if (!files.containsKey(REQUEST)) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The form has no field '" + REQUEST + "'",
                    "Send the request (JSON) as the field '" + REQUEST + "', or as the body without a form");
        }
        return new Received(
                JsonBody.parse(Files.readAllBytes(files.get(REQUEST))), Optional.ofNullable(files.get(ZONES)));
    }

    private static Figures figures(Received received, FigureForm wanted) {
        if (received.zones().isPresent() && wanted.table().isEmpty()) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "Zones were sent, whose outlines have no place in " + wanted.mediaType(),
                    "Accept application/geopackage+sqlite3 or another table, or leave the zones out");
        }
        Estimate estimate = Estimator.estimate(EstimateDocument.read(received.document()), ProgramVersion.CURRENT);
        return new Figures(estimate, (format, file) -> {
            ZonePlaces places = ZonePlaces.of(received.document(), received.zones());
            FigureTable.write(estimate, places, format, file);
        });
    }
}
