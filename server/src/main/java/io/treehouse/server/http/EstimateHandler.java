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

    private final ObjectMapper json;
    private final JsonBody body;
    private final FormFiles form;
    private final Admission work;

    EstimateHandler(ServerOptions options, ObjectMapper json, RequestWatch watch) {
        this.json = json;
        body = new JsonBody(options.maxBodyBytes());
        form = new FormFiles(new LinkedHashSet<>(List.of(REQUEST, ZONES)), options.maxBodyBytes());
        work = Admission.of(CONCURRENT_DOCUMENTS, MOST_WAITING, options.patience(), watch);
    }

    /**
     * What was sent.
     *
     * @param document the request
     * @param zones outlines of its zones
     */
    private record Received(JsonNode document, Optional<Path> zones) {}

    /**
     * What is sent back.
     *
     * @param estimate all of it
     * @param table the file that it was written to, unless the document itself is wanted
     */
    private record Answer(Estimate estimate, Optional<Path> table) {}

    @Override
    public void handle(Context context) throws IOException {
        context.res().addHeader("Vary", "Accept");
        try (RequestFolder folder = new RequestFolder()) {
            FigureForm wanted = Negotiation.form(context, List.of(FigureForm.values()), FigureForm::mediaType);
            refuseParameters(context);
            Answer answer = work.pass(context.req(), () -> answer(receive(context, folder), wanted, folder));
            context.contentType(wanted.mediaType());
            if (answer.table().isPresent()) {
                TileHandler.send(context, answer.table().get());
            } else {
                json.writeValue(context.res().getOutputStream(), answer.estimate());
            }
        } catch (InputProblem | ProblemException refusal) {
            UnreadBody.discard(context.req());
            throw refusal;
        }
    }

    private static void refuseParameters(Context context) {
        if (!context.queryParamMap().isEmpty()) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "Unknown parameter: "
                            + String.join(", ", context.queryParamMap().keySet()),
                    "All that is asked for stands in the body");
        }
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

    private static Answer answer(Received received, FigureForm wanted, RequestFolder folder) {
        if (received.zones().isPresent() && wanted.table().isEmpty()) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "Zones were sent, whose outlines have no place in " + wanted.mediaType(),
                    "Accept application/geopackage+sqlite3 or another table, or leave the zones out");
        }
        Estimate estimate = Estimator.estimate(EstimateDocument.read(received.document()), ProgramVersion.CURRENT);
        Optional<Path> table = wanted.table().map(format -> {
            Path file = folder.resolve("estimate." + format.extension());
            ZonePlaces places = ZonePlaces.of(received.document(), received.zones());
            FigureTable.write(estimate, places, format, file);
            return file;
        });
        return new Answer(estimate, table);
    }
}
