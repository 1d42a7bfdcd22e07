package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.classify.TileOutputs;
import io.treehouse.inference.classify.ZoneRequest;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.server.http.TileService.TileOrder;
import io.treehouse.server.jobs.Job;
import io.treehouse.server.jobs.JobFolder;
import io.treehouse.server.jobs.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The paths below {@code /v1/results}: what was made of a tile that is kept for a while, or of a job, each by the name of
 * the tile or job. A viewer can watch the progress, show the result, and take one file after the other. What is not needed
 * to show a tile is made when it is asked for, by the version of the model that made the result.
 */
final class ResultRoutes {
    /** Path of one result. */
    static final String RESULT = "/v1/results/{id}";
    /** Path of a file of a result. */
    static final String FILE = RESULT + "/{file}";
    /** Path of the figures of zones. */
    static final String ZONES = RESULT + "/zones";
    /** Name of the JPEG of the tile. */
    static final String PICTURE = JobFolder.PICTURE;
    /** Name of the file with class and confidence of the picture's pixels. */
    static final String PIXELS = JobFolder.PIXELS;

    private final TileService service;
    private final ServerOptions options;
    private final ObjectMapper json;
    private final Admission admission;
    private final ResultStore store;
    private final FinishedResults finished;
    private final Optional<Jobs> jobs;
    private final DiskQuota quota;

    /** @param admission admits the tiles of all handlers */
    ResultRoutes(
            TileService service,
            ServerOptions options,
            ObjectMapper json,
            Admission admission,
            ResultStore store,
            Optional<Jobs> jobs,
            DiskQuota quota) {
        this.service = service;
        this.options = options;
        this.json = json;
        this.admission = admission;
        this.store = store;
        this.jobs = jobs;
        this.quota = quota;
        finished = new FinishedResults(store, jobs);
    }

    void register(RoutesConfig routes) {
        routes.put(RESULT, new KeepTileHandler(service, options, json, admission, store, quota));
        routes.get(RESULT, this::get);
        routes.delete(RESULT, this::delete);
        new MapRoutes(finished, json).register(routes);
        routes.get(FILE, this::file);
        routes.head(FILE, this::file);
        routes.post(ZONES, this::zones);
    }

    private void get(Context context) throws IOException {
        UUID id = id(context);
        Optional<KeptResult> tile = store.find(id);
        if (tile.isEmpty()) {
            context.json(document(finished.job(id)));
        } else if (tile.get().isDone()) {
            sendDocument(context, tile.get());
        } else {
            context.json(tile.get().progress());
        }
    }

    private TileResult document(Job job) throws IOException {
        if (!job.state().isEnd()) {
            return TileResult.working(job.id(), job.windowsDone(), job.windowsTotal(), keptAfterJobs());
        }
        FinishedResult result = finished.of(job);
        JsonNode answer = result.readAnswer(json);
        return TileResult.done(job.id(), job.windowsTotal(), answer, result.links(), keptAfterJobs());
    }

    private Duration keptAfterJobs() {
        return jobs.orElseThrow().settings().kept();
    }

    private void delete(Context context) {
        UUID id = id(context);
        Optional<KeptResult> tile = finished.tile(id);
        if (tile.isPresent()) {
            tile.get().owner().ifPresent(owner -> Sender.requireIs(context, owner, "The result " + id));
            store.delete(id);
        } else {
            Job job = finished.job(id);
            JobRoutes.requireSender(context, job);
            finished.of(job);
            jobs.orElseThrow().remove(job);
        }
        context.status(204);
    }

    static void sendDocument(Context context, KeptResult result) throws IOException {
        context.contentType("application/json");
        TileHandler.send(context, result.document());
    }

    private void file(Context context) throws IOException {
        String name = context.pathParam("file");
        UUID id = id(context);
        Optional<KeptResult> tile = finished.tile(id);
        if (tile.isEmpty()) {
            if (name.equals(PIXELS)) {
                context.header("Content-Encoding", "gzip");
            }
            KeptFile.send(context, finished.file(finished.job(id), name), ResultType.of(name));
            return;
        }
        KeptResult result = tile.get();
        switch (name) {
            case PICTURE -> context.contentType("image/jpeg");
            case PIXELS -> context.contentType("application/octet-stream").header("Content-Encoding", "gzip");
            case FinishedResult.ANSWER -> context.contentType("application/json");
            default -> {
                TileFile kind = TileFile.named(name).orElseThrow(() -> FinishedResults.noFile(name));
                KeptFile.send(context, made(context, result, kind), kind.contentType());
                return;
            }
        }
        TileHandler.send(context, result.folder().resolve(name));
    }

    private Path made(Context context, KeptResult result, TileFile kind) throws IOException {
        return result.file(
                kind.fileName(), target -> classifyAgain(context, result, kind.outputs(target), Optional.empty()));
    }

    private void zones(Context context) throws IOException {
        QueryParameter.read(context, List.of());
        UUID id = id(context);
        Optional<KeptResult> tile = finished.tile(id);
        Optional<Job> job = tile.isPresent() ? Optional.empty() : Optional.of(finished.job(id));
        job.ifPresent(finished::of);
        try (RequestFolder folder = new RequestFolder()) {
            Path zones = folder.resolve("zones");
            LimitedCopy.copy(context.req().getInputStream(), zones, options.maxBodyBytes());
            Object answer = tile.isPresent()
                    ? classifyAgain(context, tile.get(), TileOutputs.NONE, Optional.of(zones))
                    : admission.pass(context.req(), () -> counted(job.orElseThrow(), zones));
            context.contentType("application/json");
            json.writeValue(context.res().getOutputStream(), answer);
        }
    }

    /** The scene of a job is gone; its class map is there. */
    private JsonNode counted(Job job, Path zones) throws IOException {
        ObjectNode answer = (ObjectNode) finished.of(job).readAnswer(json);
        answer.put("zonesSha256", DocumentHash.sha256(zones));
        return answer.set("zones", json.valueToTree(jobs.orElseThrow().zones(job, zones)));
    }

    /** With the version of the model that made the result, whatever serves by now. */
    private Object classifyAgain(Context context, KeptResult result, TileOutputs outputs, Optional<Path> zones)
            throws IOException {
        TileOrder request = new TileOrder(
                result.folder().resolve("tile"),
                result.parameters(),
                options.maxPixels(),
                outputs,
                zones.map(ZoneRequest::of),
                Optional.empty());
        return admission.pass(context.req(), () -> service.classify(request, WindowProgress.NONE));
    }

    /** The name in the path. */
    static UUID id(Context context) {
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
