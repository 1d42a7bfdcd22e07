package io.treehouse.server.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.PlacedClassMap;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.datasets.vector.PlanReader;
import io.treehouse.inference.compare.Comparer;
import io.treehouse.inference.compare.Comparison;
import io.treehouse.inference.compare.ComparisonDocument;
import io.treehouse.inference.compare.table.ComparisonFigures;
import io.treehouse.inference.errormatrix.ModelErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code treehouse compare}: two dates of one place, or a date and a plan. */
@Command(
        name = "compare",
        description = "Compares two class maps of one place, or a class map and a land-use plan.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private static final long MAXIMUM_PIXELS = 1L << 29;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EstimateFlags flags;

    @Mixin
    private RegistryOptions registry;

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "Class map of the first state; NAME.json beside NAME.classes.tif is its result.")
    private Path before;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AFTER",
            description = "Class map of the second state, unless there is a plan.")
    private Path after;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Instead of AFTER: GeoJSON or GeoPackage of polygons with classes.")
    private Path plan;

    @Option(
            names = "--class-attribute",
            paramLabel = "NAME",
            defaultValue = "class",
            description = "Attribute of the plan that names the class. Default: ${DEFAULT-VALUE}.")
    private String attribute;

    @Option(
            names = "--after-site",
            paramLabel = "FILE",
            description = "JSON of what is known of the place in the second state alone.")
    private Path afterSite;

    @Option(names = "--gsd", paramLabel = "M", description = "Size of the pixels of maps that are not georeferenced.")
    private Double gsdMetres;

    @Option(names = "--error-correlation", paramLabel = "R", description = "Correlation of errors, 0 (default) to 1.")
    private Double errorCorrelation;

    @Option(
            names = "--object-overlap",
            paramLabel = "SHARE",
            description = "Share of its pixels by which an object is still there. Default: 0.5.")
    private Double objectOverlap;

    @Option(
            names = "--change-sample",
            paramLabel = "FILE",
            description = "JSON list of reference points of changes, for intervals by Olofsson et al. (2014).")
    private Path changeSample;

    @Option(
            names = "--changed-objects",
            paramLabel = "FILE",
            description = "Write objects that went or came: .geojson, .gpkg or .fgb.")
    private Path changedObjects;

    @Option(
            names = "--figures",
            paramLabel = "FILE",
            description =
                    "Also write a table with units, a row for each change, class and figure: .gpkg, .parquet or .geojson.")
    private Path figures;

    @Option(names = "--out", paramLabel = "FILE", description = "The comparison as JSON; printed if not given.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if ((after == null) == (plan == null)) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    after == null ? "There is no second state" : "There are two second states",
                    "Give either AFTER or --plan");
        }
        Optional<FeatureFormat> table = TableFile.format(figures);
        Comparer comparer =
                new Comparer(ComparisonDocument.read(request()), this::errors, ModelOptions.PROGRAM_VERSION);
        PlacedClassMap first = map(before);
        PlacedClassMap second = plan == null ? map(after) : PlanReader.read(plan, attribute, first);
        Map<String, String> origin = origin(first, second);
        try (ChangedObjectFile objects = ChangedObjectFile.create(changedObjects, first, origin)) {
            Comparison comparison = plan == null
                    ? comparer.dates(first, second, objects::write)
                    : comparer.plan(first, second, objects::write);
            objects.finish();
            table.ifPresent(format -> TableFile.write(
                    figures, format, file -> ComparisonFigures.write(comparison, first.grid(), origin, format, file)));
            JsonFiles.write(comparison, out, spec.commandLine().getOut());
            ComparisonTable.print(comparison, spec.commandLine().getErr());
        }
        return 0;
    }

    /** What was compared, and how objects were. */
    private Map<String, String> origin(PlacedClassMap first, PlacedClassMap second) {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("BEFORE_MAP", before.getFileName().toString());
        first.model().ifPresent(model -> items.put("BEFORE_MODEL", model));
        items.put(
                plan == null ? "AFTER_MAP" : "AFTER_PLAN",
                (plan == null ? after : plan).getFileName().toString());
        if (plan == null) {
            second.model().ifPresent(model -> items.put("AFTER_MODEL", model));
        }
        first.crs().ifPresent(crs -> items.put("MAP_CRS", crs));
        items.put(
                "MAP_GSD_METRES",
                String.format(Locale.ROOT, "%.6g", first.sampling().metres()));
        items.put("OBJECT_OVERLAP", String.valueOf(objectOverlap == null ? "0.5" : objectOverlap));
        items.put("PROGRAM_VERSION", ModelOptions.PROGRAM_VERSION);
        return items;
    }

    /** What the registry knows of a model's errors. */
    private Optional<ModelErrors> errors(String model) {
        String id = model.replace(' ', '@');
        try {
            return ModelErrors.of(registry.bundle(id).model().errors());
        } catch (InputProblem unknown) {
            return Optional.empty();
        }
    }

    private ObjectNode request() throws IOException {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        flags.addTo(request);
        request.remove("zones");
        addResult(request, "before", before);
        if (after != null) {
            addResult(request, "after", after);
        }
        if (afterSite != null) {
            request.withObject("/after").set("site", JsonFiles.read(afterSite));
        }
        if (errorCorrelation != null) {
            request.put("errorCorrelation", errorCorrelation);
        }
        if (objectOverlap != null) {
            request.put("objectOverlap", objectOverlap);
        }
        if (changeSample != null) {
            request.set("changeSample", JsonFiles.read(changeSample));
        }
        return request;
    }

    /** What classify wrote beside a map is found by its name. */
    private static void addResult(ObjectNode request, String state, Path map) throws IOException {
        String name = map.getFileName().toString();
        Path result = map.resolveSibling(name.replaceFirst("\\.classes\\.tif$", ".json"));
        if (!result.equals(map) && Files.isRegularFile(result)) {
            request.withObject("/" + state).set("result", JsonFiles.read(result));
        }
    }

    private PlacedClassMap map(Path file) {
        return PlacedClassMap.read(file, gsdMetres, MAXIMUM_PIXELS);
    }
}
