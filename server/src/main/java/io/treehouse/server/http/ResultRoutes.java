package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.classify.DisplayFiles;
import io.treehouse.inference.classify.ObjectOutputs;
import io.treehouse.inference.classify.TileOutputs;
import io.treehouse.inference.classify.ZoneRequest;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.server.http.TileService.TileRequest;
import io.treehouse.server.http.TileUpload.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The paths below {@code /v1/results}: a tile is classified once and kept for a while, so that a viewer can watch the
 * progress, show it, and take one file after the other. What is not needed to show it is made when it is asked for, by the
 * version of the model that made the result.
 */
final class ResultRoutes {
    /** Path of one result. */
    static final String RESULT = "/v1/results/{id}";
    /** Path of a file of a result. */
    static final String FILE = RESULT + "/{file}";
    /** Path of the figures of zones. */
    static final String ZONES = RESULT + "/zones";
    /** Name of the JPEG of the tile. */
    static final String PICTURE = "picture.jpg";
    /** Name of the file with class and confidence of the picture's pixels. */
    static final String PIXELS = "pixels.bin";

    private final TileService service;
    private final ServerOptions options;
    private final ObjectMapper json;
    private final Admission admission;
    private final ResultStore store;

    /** @param admission admits the tiles of all handlers */
    ResultRoutes(
            TileService service, ServerOptions options, ObjectMapper json, Admission admission, ResultStore store) {
        this.service = service;
        this.options = options;
        this.json = json;
        this.admission = admission;
        this.store = store;
    }

    void register(RoutesConfig routes) {
        routes.put(RESULT, this::put);
        routes.get(RESULT, this::get);
        routes.delete(RESULT, context -> {
            finished(context);
            store.delete(id(context));
            context.status(204);
        });
        routes.get(FILE, this::file);
        routes.post(ZONES, this::zones);
    }

    private void put(Context context) throws IOException {
        try {
            UUID id = id(context);
            Map<String, String> parameters = TileHandler.parameters(context.queryParamMap(), TileHandler.PARAMETERS);
            KeptResult result = store.begin(id);
            try {
                result.finish(admission.pass(context.req(), () -> classify(context, id, parameters, result)));
            } finally {
                if (!result.isDone()) {
                    store.delete(id);
                }
            }
            context.status(201);
            sendDocument(context, result);
        } catch (InputProblem | ProblemException refusal) {
            UnreadBody.discard(context.req());
            throw refusal;
        }
    }

    /** Fills the folder and returns the parameters that classify the tile in the same way another time. */
    private Map<String, String> classify(Context context, UUID id, Map<String, String> parameters, KeptResult result)
            throws IOException {
        RequestFolder folder = result.folder();
        Received received = new TileUpload(options.maxBodyBytes()).receive(context.req(), folder);
        TileOutputs outputs = new TileOutputs(
                Optional.of(folder.resolve(TileFile.CLASSES.fileName())),
                true,
                Optional.empty(),
                ObjectOutputs.NONE,
                Optional.empty(),
                Optional.of(new DisplayFiles(folder.resolve(PICTURE), folder.resolve(PIXELS))));
        JsonNode answer = json.valueToTree(service.classify(
                new TileRequest(
                        received.tile(),
                        parameters,
                        options.maxPixels(),
                        outputs,
                        received.zones().map(ZoneRequest::of),
                        received.sample()),
                result::windows));
        json.writeValue(
                result.document().toFile(), TileResult.done(id, result.windowsTotal(), answer, links(id, answer)));
        Map<String, String> again = new HashMap<>(parameters);
        again.remove("objects");
        again.put(
                "model",
                answer.at("/model/name").asText() + "@"
                        + answer.at("/model/version").asText());
        return again;
    }

    private static Map<String, String> links(UUID id, JsonNode answer) {
        boolean georeferenced = answer.hasNonNull("corners");
        Map<String, String> links = new LinkedHashMap<>();
        String path = RESULT.replace("{id}", id.toString()) + "/";
        links.put(PICTURE, path + PICTURE);
        links.put(PIXELS, path + PIXELS);
        for (TileFile file : TileFile.values()) {
            if (georeferenced || file.objects().isEmpty()) {
                links.put(file.fileName(), path + file.fileName());
            }
        }
        return links;
    }

    private void get(Context context) throws IOException {
        KeptResult result = store.get(id(context));
        if (result.isDone()) {
            sendDocument(context, result);
        } else {
            context.json(result.progress());
        }
    }

    private static void sendDocument(Context context, KeptResult result) throws IOException {
        context.contentType("application/json");
        TileHandler.send(context, result.document());
    }

    private void file(Context context) throws IOException {
        KeptResult result = finished(context);
        String name = context.pathParam("file");
        switch (name) {
            case PICTURE -> context.contentType("image/jpeg");
            case PIXELS -> context.contentType("application/octet-stream").header("Content-Encoding", "gzip");
            default -> {
                sendToKeep(context, result, TileFile.named(name).orElseThrow(() -> noFile(name)));
                return;
            }
        }
        TileHandler.send(context, result.folder().resolve(name));
    }

    private void sendToKeep(Context context, KeptResult result, TileFile kind) throws IOException {
        String name = kind.fileName();
        Path file = result.file(name, target -> classifyAgain(context, result, kind.outputs(target), Optional.empty()));
        context.contentType(kind.contentType()).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        TileHandler.send(context, file);
    }

    private void zones(Context context) throws IOException {
        KeptResult result = finished(context);
        try (RequestFolder folder = new RequestFolder()) {
            Path zones = folder.resolve("zones");
            LimitedCopy.copy(context.req().getInputStream(), zones, options.maxBodyBytes());
            Object answer = classifyAgain(context, result, TileOutputs.NONE, Optional.of(zones));
            context.contentType("application/json");
            json.writeValue(context.res().getOutputStream(), answer);
        }
    }

    /** With the version of the model that made the result, whatever serves by now. */
    private Object classifyAgain(Context context, KeptResult result, TileOutputs outputs, Optional<Path> zones)
            throws IOException {
        TileRequest request = new TileRequest(
                result.folder().resolve("tile"),
                result.parameters(),
                options.maxPixels(),
                outputs,
                zones.map(ZoneRequest::of),
                Optional.empty());
        return admission.pass(context.req(), () -> service.classify(request, WindowProgress.NONE));
    }

    private KeptResult finished(Context context) {
        KeptResult result = store.get(id(context));
        if (!result.isDone()) {
            throw new InputProblem(Kind.CONFLICT, "The result is still in work.", "GET it until its state is 'done'.");
        }
        return result;
    }

    private static InputProblem noFile(String name) {
        return new InputProblem(
                Kind.NOT_FOUND,
                "A result has no file '" + name + "'.",
                "The result's document links those that it has.");
    }

    private static UUID id(Context context) {
        String text = context.pathParam("id");
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException noUuid) {
            throw noId(text, noUuid);
        }
        throw noId(text, null);
    }

    private static InputProblem noId(String text, Exception cause) {
        return new InputProblem(
                Kind.INVALID_PARAMETER,
                "The id '" + text + "' is no UUID in lower case.",
                "Choose a random UUID, such as 7d4a0c1e-93a5-4b7e-9d1f-2f6a6f0c8b11.",
                cause);
    }
}
