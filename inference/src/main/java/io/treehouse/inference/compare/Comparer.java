package io.treehouse.inference.compare;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.PlacedClassMap;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.carbon.ClassArea;
import io.treehouse.inference.carbon.ClassArea.Source;
import io.treehouse.inference.carbon.Zone;
import io.treehouse.inference.carbon.estimate.CoefficientsUsed;
import io.treehouse.inference.carbon.estimate.ResultProvenance;
import io.treehouse.inference.compare.ChangeMatrix.ChangeKnowledge;
import io.treehouse.inference.compare.ChangeSample.Change;
import io.treehouse.inference.errormatrix.ChangeCorrection;
import io.treehouse.inference.errormatrix.ModelErrors;
import io.treehouse.inference.objects.ObjectClass;
import io.treehouse.inference.objects.Region;
import io.treehouse.inference.propagation.MonteCarlo;
import io.treehouse.inference.propagation.Product;
import io.treehouse.inference.propagation.ProductSum;
import io.treehouse.inference.propagation.Quantity;
import io.treehouse.inference.propagation.UncertainValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Compares two states of one place. Immutable and thread-safe. */
public final class Comparer {
    private static final String MODEL_ERRORS = "model_errors";

    private final ComparisonRequest request;
    private final Function<String, Optional<ModelErrors>> errors;
    private final String programVersion;

    /** A comparer that knows of no model's errors. */
    public Comparer(ComparisonRequest request, String programVersion) {
        this(request, model -> Optional.empty(), programVersion);
    }

    /**
     * @param errors what is known of the errors of a model, by its name and version as class maps name it
     * @param programVersion version of the program, for the answer
     */
    public Comparer(ComparisonRequest request, Function<String, Optional<ModelErrors>> errors, String programVersion) {
        this.request = request;
        this.errors = errors;
        this.programVersion = programVersion;
    }

    /**
     * Compares two dates.
     *
     * @param before class map of the first date, on whose grid is compared
     * @param after class map of the second date, on any grid
     * @param changed receives each object that went (false) or came (true), in pixels of the first map
     * @throws InputProblem if the maps share no ground, or what is said of them does not fit
     */
    public Comparison dates(PlacedClassMap before, PlacedClassMap after, BiConsumer<Region, Boolean> changed) {
        PlacedClassMap laid = after.onGridOf(before);
        ChangeTable table = table(before, laid);
        Zone areas = areas("after").classified(request.after().result(), ownAreas(after)::afterM2, table::afterM2);
        Second second = new Second(laid, areas, MapProvenance.of(request.after(), after));
        Optional<String> model = before.model().filter(name -> after.model().equals(Optional.of(name)));
        return comparison(before, second, table, model, EnumSet.allOf(ObjectClass.class), changed);
    }

    /**
     * Compares a state with a plan, on the ground that the plan says something of.
     *
     * @param present class map of the state
     * @param plan planned classes on its grid, 255 where nothing is planned
     * @param changed receives each object that goes (false) or comes (true)
     * @throws InputProblem if the plan lies elsewhere
     */
    public Comparison plan(PlacedClassMap present, PlacedClassMap plan, BiConsumer<Region, Boolean> changed) {
        ChangeTable table = table(present, plan);
        Zone areas = areas("after").planned(table::afterM2);
        Second second = new Second(plan, areas, MapProvenance.of(request.after(), plan));
        // Crowns in a painted polygon would be drawn by the program and not by the planner.
        Set<ObjectClass> kinds = EnumSet.complementOf(EnumSet.of(ObjectClass.TREE_CROWN));
        return comparison(present, second, table, present.model(), kinds, changed);
    }

    private static ChangeTable table(PlacedClassMap before, PlacedClassMap after) {
        ChangeTable table = ChangeTable.of(before, after);
        if (table.comparedM2() == 0) {
            throw new InputProblem(
                    Kind.UNUSABLE_RASTER,
                    "The two states share no ground with imagery",
                    "Give two maps, or a map and a plan, of one place, with right georeferencing");
        }
        return table;
    }

    /** A table of one map with itself counts its classes. */
    private static ChangeTable ownAreas(PlacedClassMap map) {
        return ChangeTable.of(map, map);
    }

    private StateAreas areas(String state) {
        return new StateAreas(state, request.errorCorrelation(), request.assumedErrorPercent());
    }

    /**
     * The state that the first one is compared with.
     *
     * @param map its classes on the first one's grid
     * @param areas its areas
     * @param origin where it comes from; null if nothing says so
     */
    private record Second(PlacedClassMap map, Zone areas, ResultProvenance origin) {}

    private Comparison comparison(
            PlacedClassMap before,
            Second after,
            ChangeTable table,
            Optional<String> model,
            Set<ObjectClass> kinds,
            BiConsumer<Region, Boolean> changed) {
        Zone first = areas("before").classified(request.before().result(), ownAreas(before)::beforeM2, table::beforeM2);
        Zone second = after.areas();
        boolean isPlan = second.areas().get(SurfaceClass.OTHER).source() == Source.PLANNED;
        MonteCarlo monteCarlo =
                new MonteCarlo(request.settings().seed(), request.settings().draws());
        CarbonComparer carbon = new CarbonComparer(request, monteCarlo);
        ChangeMatrix matrix = new ChangeMatrix(table, knowledge(table, model, isPlan), first, second);
        CarbonDifference difference = carbon.compare(first, second, gained(matrix));
        CoefficientsUsed coefficients = CoefficientsUsed.of(request.coefficients(), carbon.used());
        Map<String, ObjectChange> objects =
                new ObjectChanges(request.objectOverlap(), kinds, changed).compare(before, after.map());
        return new Comparison(
                table.comparedM2(),
                isPlan ? 0 : table.onlyOnceM2(),
                before.crs().orElse(null),
                before.sampling().metres(),
                classes(first, second, monteCarlo),
                matrix.cells(),
                matrix.method(),
                matrix.method().equals(MODEL_ERRORS) ? model.orElse(null) : null,
                objects,
                difference,
                coefficients,
                request.settings().treeMethod(),
                request.settings().draws(),
                request.settings().seed(),
                request.errorCorrelation(),
                request.objectOverlap(),
                MapProvenance.of(request.before(), before),
                after.origin(),
                isPlan,
                programVersion,
                warnings(first, second, coefficients));
    }

    /** What the sample says if there is one, else what is known of the model that made both maps. */
    private Optional<ChangeKnowledge> knowledge(ChangeTable table, Optional<String> model, boolean isPlan) {
        if (request.sample().isPresent()) {
            return Optional.of(new ChangeKnowledge(
                    "change_sample", new ChangeAreas(table, request.sample().get())));
        }
        return model.flatMap(errors).filter(ModelErrors::tellsAllClassesApart).map(known -> {
            ChangeCorrection correction =
                    new ChangeCorrection(known, table.areaM2(), request.errorCorrelation(), isPlan);
            return new ChangeKnowledge(
                    MODEL_ERRORS, changes -> correction.area((from, to) -> changes.test(new Change(from, to))));
        });
    }

    private static Zone gained(ChangeMatrix matrix) {
        Map<SurfaceClass, ClassArea> areas = new EnumMap<>(SurfaceClass.class);
        for (SurfaceClass surface : SurfaceClass.all()) {
            Quantity area = matrix.gained(surface);
            areas.put(surface, new ClassArea(area, area.mean(), Source.COUNTED));
        }
        double sumM2 = areas.values().stream().mapToDouble(ClassArea::countedM2).sum();
        return new Zone("gained", null, sumM2, areas);
    }

    private static List<ClassChange> classes(Zone before, Zone after, MonteCarlo monteCarlo) {
        List<ClassChange> classes = new ArrayList<>();
        for (SurfaceClass surface : SurfaceClass.all()) {
            ClassArea first = before.areas().get(surface);
            ClassArea second = after.areas().get(surface);
            ProductSum difference = sum(second).minus(sum(first));
            classes.add(new ClassChange(
                    surface.label(),
                    first.quantity().mean(),
                    second.quantity().mean(),
                    UncertainValue.of(difference, monteCarlo.draw(difference)),
                    first.source() != Source.COUNTED && second.source() != Source.COUNTED));
        }
        return classes;
    }

    private static ProductSum sum(ClassArea area) {
        return ProductSum.of(new Product(1, List.of(area.quantity())));
    }

    private static List<String> warnings(Zone before, Zone after, CoefficientsUsed coefficients) {
        List<String> warnings = new ArrayList<>();
        boolean unknown = before.areas().values().stream().anyMatch(area -> area.source() == Source.COUNTED)
                || after.areas().values().stream().anyMatch(area -> area.source() == Source.COUNTED);
        if (unknown) {
            warnings.add(
                    "Errors of areas are not known for every class: the classifier's errors are not in all intervals,"
                            + " and part of the change may be error");
        }
        if (!coefficients.unconfirmed().isEmpty()) {
            warnings.add("These coefficients were not checked against their sources: "
                    + String.join(", ", coefficients.unconfirmed()));
        }
        return warnings;
    }
}
