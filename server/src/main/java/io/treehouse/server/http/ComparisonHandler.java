package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.PlacedClassMap;
import io.treehouse.datasets.vector.PlanReader;
import io.treehouse.inference.compare.Comparer;
import io.treehouse.inference.compare.Comparison;
import io.treehouse.inference.compare.ComparisonDocument;
import io.treehouse.inference.compare.table.ComparisonFigures;
import io.treehouse.inference.objects.Region;
import io.treehouse.server.http.FigureAnswers.Figures;
import io.treehouse.server.program.ProgramVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** {@code POST /v1/comparisons}: a form with two class maps, or a class map and a plan, in; what changed out, as accepted. */
final class ComparisonHandler implements Handler {
    /** Names of the form's fields, and what they hold. */
    static final SortedMap<String, String> FIELDS = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "before", "class map of the first state (GeoTIFF or PNG)",
            "after", "class map of the second state",
            "plan", "instead of after: GeoJSON or GeoPackage of polygons whose attribute 'class' names a class",
            "request", "what is known of both states, and how to compare (JSON)")));

    private static final int MOST_WAITING = 8;

    private static final BiConsumer<Region, Boolean> COUNTED_ONLY = (region, came) -> {};

    private final TileService models;
    private final ServerOptions options;
    private final ObjectMapper json;
    private final FigureAnswers answers;

    /** @param models knows the errors of the models that made the maps */
    ComparisonHandler(TileService models, ServerOptions options, ObjectMapper json, RequestWatch watch) {
        this.models = models;
        this.options = options;
        this.json = json;
        // Two maps and their objects are in memory at once.
        answers = new FigureAnswers(json, Admission.of(1, MOST_WAITING, options.patience(), watch));
    }

    @Override
    public void handle(Context context) throws IOException {
        FormFiles form = new FormFiles(FIELDS.keySet(), options.maxBodyBytes());
        answers.answer(context, (folder, wanted) -> figures(form.receive(context.req(), folder)));
    }

    private Figures figures(Map<String, Path> files) throws IOException {
        if (!files.containsKey("before") || files.containsKey("after") == files.containsKey("plan")) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The form has the fields " + new TreeSet<>(files.keySet()),
                    "Send the field before, and one of after and plan");
        }
        Comparer comparer =
                new Comparer(ComparisonDocument.read(request(files)), models::errors, ProgramVersion.CURRENT);
        PlacedClassMap before = map(files.get("before"));
        Map<String, String> origin = new LinkedHashMap<>();
        before.model().ifPresent(model -> origin.put("BEFORE_MODEL", model));
        Comparison comparison;
        if (files.containsKey("plan")) {
            comparison = comparer.plan(before, plan(files.get("plan"), before), COUNTED_ONLY);
        } else {
            PlacedClassMap after = map(files.get("after"));
            after.model().ifPresent(model -> origin.put("AFTER_MODEL", model));
            comparison = comparer.dates(before, after, COUNTED_ONLY);
        }
        return new Figures(
                comparison, (format, file) -> ComparisonFigures.write(comparison, before.grid(), origin, format, file));
    }

    private JsonNode request(Map<String, Path> files) throws IOException {
        return files.containsKey("request")
                ? JsonBody.parse(Files.readAllBytes(files.get("request")))
                : json.createObjectNode();
    }

    private PlacedClassMap map(Path file) {
        try {
            return PlacedClassMap.read(file, null, options.maxPixels());
        } catch (InputProblem problem) {
            throw named(problem, file);
        }
    }

    private static PlacedClassMap plan(Path file, PlacedClassMap before) {
        try {
            return PlanReader.read(file, "class", before);
        } catch (InputProblem problem) {
            throw named(problem, file);
        }
    }

    /** The sender knows a file as the field of the form, and not where it lay on the server. */
    private static InputProblem named(InputProblem problem, Path file) {
        String field = "The field " + file.getFileName() + ": ";
        String detail = problem.getMessage().replace(file.toString(), "the file");
        return new InputProblem(problem.kind(), field + detail, problem.remedy(), problem);
    }
}
