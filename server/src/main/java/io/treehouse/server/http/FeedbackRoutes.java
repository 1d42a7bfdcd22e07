package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.RasterOptionsParser;
import io.treehouse.model.registry.ModelId;
import io.treehouse.server.feedback.FeedbackDesk;
import io.treehouse.server.feedback.FeedbackEntry;
import io.treehouse.server.feedback.FeedbackFilter;
import io.treehouse.server.feedback.FeedbackShelf;
import io.treehouse.server.feedback.SentTile;
import io.treehouse.server.models.VersionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /v1/feedback} and {@code /v1/corrections}: what people say about answers. */
final class FeedbackRoutes {
    static final String FEEDBACK = "/v1/feedback";
    static final String ENTRY = FEEDBACK + "/{id}";
    static final String LABELS = FEEDBACK + "/labels";
    static final String CORRECTIONS = "/v1/corrections";

    /** What chooses from the list. */
    static final List<QueryParameter> OF_LISTS = List.of(
            QueryParameter.of("kind", "Of this kind alone: place, object or correction"),
            QueryParameter.of("tile", "About the tile of this identifier alone"),
            QueryParameter.of("wrong", "Where this class is said to be wrong"),
            QueryParameter.of("before", "Only what is before this number, as 'next' of the page before says"),
            QueryParameter.of("limit", "How many at most, 1 to 1000; 100 if not given"));

    /** What a correction takes beside what says how its tile is read. */
    static final List<QueryParameter> OF_CORRECTIONS = List.of(
            QueryParameter.of("model", "NAME@VERSION whose map was corrected"),
            QueryParameter.of(
                    "checked",
                    "changes (if not given): only what differs counts; all: somebody has looked at the whole map",
                    "changes",
                    "all"));

    private static final int PAGE = 100;
    private static final int MOST_WAITING = 8;

    private final FeedbackShelf shelf;
    private final FeedbackDesk desk;
    private final ServerOptions options;
    private final DiskQuota quota;
    /** Each piece of feedback may classify a tile again. */
    private final Gate work;

    /** @param quota what callers may keep */
    FeedbackRoutes(FeedbackShelf shelf, VersionSource versions, ServerOptions options, DiskQuota quota) {
        this.shelf = shelf;
        this.desk = new FeedbackDesk(shelf, versions);
        this.options = options;
        this.quota = quota;
        work = new Gate(1, MOST_WAITING, options.patience());
    }

    void register(RoutesConfig routes) {
        routes.post(FEEDBACK, context -> take(context, this::addFeedback));
        routes.post(CORRECTIONS, context -> take(context, this::addCorrection));
        routes.get(FEEDBACK, this::list);
        routes.get(LABELS, this::labels);
        routes.get(ENTRY, context -> context.json(shelf.get(context.pathParam("id"))));
        routes.delete(ENTRY, this::delete);
    }

    private interface Taking {
        FeedbackEntry take(Context context, RequestFolder folder) throws IOException;
    }

    private void take(Context context, Taking taking) throws IOException {
        try {
            FeedbackEntry entry = work.pass(() -> {
                try (RequestFolder folder = new RequestFolder()) {
                    FeedbackEntry taken = inTheSendersWords(context, taking, folder);
                    shelf.files(taken).forEach(file -> quota.note(context, file));
                    return taken;
                }
            });
            context.status(201).header("Location", FEEDBACK + "/" + entry.id()).json(entry);
        } catch (InputProblem | ProblemException refusal) {
            UnreadBody.discard(context.req());
            throw refusal;
        }
    }

    private static FeedbackEntry inTheSendersWords(Context context, Taking taking, RequestFolder folder)
            throws IOException {
        try {
            return taking.take(context, folder);
        } catch (InputProblem problem) {
            String detail = problem.getMessage().replace(folder.path() + "/", "the ");
            throw new InputProblem(problem.kind(), detail, problem.remedy(), problem);
        }
    }

    private FeedbackEntry addFeedback(Context context, RequestFolder folder) throws IOException {
        Map<String, String> parameters = QueryParameter.read(context, TileParameters.OF_IMAGES);
        String type = Optional.ofNullable(context.req().getContentType()).orElse("");
        if (!type.startsWith(FormFiles.MEDIA_TYPE)) {
            JsonNode document = new JsonBody(options.maxBodyBytes()).receive(context.req(), folder);
            return desk.add(document, Optional.empty(), Sender.inWords(context));
        }
        Map<String, Path> files = form(context, folder, "feedback", "tile");
        JsonNode document = JsonBody.parse(Files.readAllBytes(required(files, "feedback")));
        return desk.add(
                document,
                Optional.ofNullable(files.get("tile")).map(tile -> sent(tile, parameters)),
                Sender.inWords(context));
    }

    private FeedbackEntry addCorrection(Context context, RequestFolder folder) throws IOException {
        Map<String, String> parameters = QueryParameter.read(
                context,
                Stream.of(TileParameters.OF_IMAGES, OF_CORRECTIONS)
                        .flatMap(List::stream)
                        .toList());
        Optional<ModelId> model =
                Optional.ofNullable(parameters.remove("model")).map(ModelId::parse);
        boolean all = "all".equals(parameters.remove("checked"));
        Map<String, Path> files = form(context, folder, "tile", "classes");
        SentTile tile = sent(required(files, "tile"), parameters);
        return desk.addCorrection(tile, required(files, "classes"), all, model, Sender.inWords(context));
    }

    private Map<String, Path> form(Context context, RequestFolder folder, String... fields) throws IOException {
        Set<String> names = new LinkedHashSet<>(List.of(fields));
        return new FormFiles(names, quota.most(context, options.maxBodyBytes())).receive(context.req(), folder);
    }

    private static Path required(Map<String, Path> files, String field) {
        return Optional.ofNullable(files.get(field))
                .orElseThrow(() -> new InputProblem(
                        Kind.INVALID_PARAMETER,
                        "The form has no file field '" + field + "'.",
                        "GET /openapi.json tells the fields of the form."));
    }

    private SentTile sent(Path tile, Map<String, String> parameters) {
        return new SentTile(tile, RasterOptionsParser.parse(parameters), options.maxPixels());
    }

    private void list(Context context) {
        Map<String, String> parameters = QueryParameter.read(context, OF_LISTS);
        try {
            context.json(shelf.list(new FeedbackFilter(
                    Optional.ofNullable(parameters.get("kind")),
                    Optional.ofNullable(parameters.get("tile")),
                    Optional.ofNullable(parameters.get("wrong")),
                    Optional.ofNullable(parameters.get("before")).map(Long::valueOf),
                    Optional.ofNullable(parameters.get("limit"))
                            .map(Integer::valueOf)
                            .orElse(PAGE))));
        } catch (IllegalArgumentException impossible) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The list cannot be shortened like that: " + impossible.getMessage() + ".",
                    "Give limit=1 to 1000 and before=NUMBER as 'next' of the page before says.",
                    impossible);
        }
    }

    private void labels(Context context) throws IOException {
        try (RequestFolder folder = new RequestFolder()) {
            Path exported = folder.resolve("feedback");
            shelf.export(exported);
            context.contentType("application/zip");
            context.header("Content-Disposition", "attachment; filename=\"feedback.zip\"");
            ZippedFolder.write(exported, context.res().getOutputStream());
        }
    }

    private void delete(Context context) {
        FeedbackEntry entry = shelf.get(context.pathParam("id"));
        Sender.requireIs(context, Sender.named(entry.by()), "The feedback " + entry.id());
        shelf.delete(entry.id());
        context.status(204);
    }
}
