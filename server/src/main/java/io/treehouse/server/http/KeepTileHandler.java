package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.inference.classify.DisplayFiles;
import io.treehouse.inference.classify.ObjectOutputs;
import io.treehouse.inference.classify.TileOutputs;
import io.treehouse.inference.classify.ZoneRequest;
import io.treehouse.server.http.TileService.TileOrder;
import io.treehouse.server.http.TileUpload.Received;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code PUT /v1/results/{id}}: a tile is classified and kept, with what a viewer shows it from. */
final class KeepTileHandler implements Handler {
    private final TileService service;
    private final ServerOptions options;
    private final ObjectMapper json;
    private final Admission admission;
    private final ResultStore store;
    private final DiskQuota quota;

    /**
     * @param admission admits the tiles of all handlers
     * @param quota what callers may keep
     */
    KeepTileHandler(
            TileService service,
            ServerOptions options,
            ObjectMapper json,
            Admission admission,
            ResultStore store,
            DiskQuota quota) {
        this.service = service;
        this.options = options;
        this.json = json;
        this.admission = admission;
        this.store = store;
        this.quota = quota;
    }

    @Override
    public void handle(Context context) throws IOException {
        try {
            UUID id = ResultRoutes.id(context);
            Map<String, String> parameters = QueryParameter.read(context, TileParameters.OF_KEPT_TILES);
            long maxBytes = quota.most(context, options.maxBodyBytes());
            KeptResult result = store.begin(id, Sender.token(context));
            try {
                result.finish(admission.pass(context.req(), () -> classify(context, maxBytes, parameters, result)));
            } finally {
                if (!result.isDone()) {
                    store.delete(id);
                }
            }
            context.status(201);
            ResultRoutes.sendDocument(context, result);
        } catch (InputProblem | ProblemException refusal) {
            UnreadBody.discard(context.req());
            throw refusal;
        }
    }

    /** Fills the folder and returns the parameters that classify the tile in the same way another time. */
    private Map<String, String> classify(
            Context context, long maxBytes, Map<String, String> parameters, KeptResult result) throws IOException {
        RequestFolder folder = result.folder();
        Received received = new TileUpload(maxBytes).receive(context.req(), folder);
        TileOutputs outputs = new TileOutputs(
                Optional.of(folder.resolve(TileFile.CLASSES.fileName())),
                true,
                Optional.empty(),
                ObjectOutputs.NONE,
                Optional.empty(),
                Optional.of(
                        new DisplayFiles(folder.resolve(ResultRoutes.PICTURE), folder.resolve(ResultRoutes.PIXELS))));
        JsonNode answer = json.valueToTree(service.classify(
                new TileOrder(
                        received.tile(),
                        parameters,
                        options.maxPixels(),
                        outputs,
                        received.zones().map(ZoneRequest::of),
                        received.sample()),
                result::windows));
        result.contains(answer.hasNonNull("crs"), files(answer));
        json.writeValue(folder.resolve(FinishedResult.ANSWER).toFile(), answer);
        json.writeValue(result.document().toFile(), document(result, answer));
        return again(parameters, answer);
    }

    private static TileResult document(KeptResult result, JsonNode answer) {
        FinishedResult finished = result.finished();
        String path = FinishedResult.path(finished.id()) + "/";
        Map<String, String> links = new LinkedHashMap<>();
        links.put(ResultRoutes.PICTURE, path + ResultRoutes.PICTURE);
        links.put(ResultRoutes.PIXELS, path + ResultRoutes.PIXELS);
        links.putAll(finished.links());
        return TileResult.done(finished.id(), result.windowsTotal(), answer, links, ResultStore.LIFETIME);
    }

    private static List<String> files(JsonNode answer) {
        List<String> files = new ArrayList<>(List.of(FinishedResult.ANSWER));
        for (TileFile file : TileFile.values()) {
            if (answer.hasNonNull("corners") || file.objects().isEmpty()) {
                files.add(file.fileName());
            }
        }
        return files;
    }

    private static Map<String, String> again(Map<String, String> parameters, JsonNode answer) {
        Map<String, String> again = new HashMap<>(parameters);
        again.remove("objects");
        again.put(
                "model",
                answer.at("/model/name").asText() + "@"
                        + answer.at("/model/version").asText());
        return again;
    }
}
