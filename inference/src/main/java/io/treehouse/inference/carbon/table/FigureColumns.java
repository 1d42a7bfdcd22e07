package io.treehouse.inference.carbon.table;

import io.treehouse.datasets.vector.FeatureField;
import io.treehouse.datasets.vector.FeatureField.Type;
import io.treehouse.inference.carbon.Flow.Kind;
import io.treehouse.inference.propagation.UncertainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The columns of an estimate's table. Stocks and fluxes have columns of their own, since their units differ. */
public final class FigureColumns {
    private static final List<Measure> MEASURES = List.of(
            new Measure("", "The figure, removals negative", UncertainValue::value),
            new Measure(
                    "StandardError",
                    "Standard error by error propagation",
                    v -> v.propagated().standardError()),
            new Measure(
                    "Low95",
                    "Lower end of the 95 % interval by error propagation",
                    v -> v.propagated().low95()),
            new Measure(
                    "High95",
                    "Upper end of the 95 % interval by error propagation",
                    v -> v.propagated().high95()),
            new Measure(
                    "HalfWidth90",
                    "Half of the 90 % interval by error propagation",
                    v -> v.propagated().halfWidth90()),
            new Measure(
                    "SimulatedMean",
                    "Mean of the Monte Carlo draws",
                    v -> v.simulated().mean()),
            new Measure(
                    "SimulatedStandardDeviation",
                    "Standard deviation of the draws",
                    v -> v.simulated().standardDeviation()),
            new Measure(
                    "SimulatedLow95",
                    "2.5th percentile of the draws",
                    v -> v.simulated().low95()),
            new Measure(
                    "SimulatedHigh95",
                    "97.5th percentile of the draws",
                    v -> v.simulated().high95()),
            new Measure(
                    "SimulatedHalfWidth90",
                    "Half of the way from the 5th to the 95th percentile of the draws",
                    v -> v.simulated().halfWidth90()));

    private static final List<Measure> PERCENTAGES = List.of(
            new Measure(
                    "halfWidth95Percent",
                    "Half of the 95 % interval by error propagation, of the figure: the U of the IPCC",
                    v -> v.propagated().halfWidth95Percent()),
            new Measure(
                    "halfWidth90Percent",
                    "Half of the 90 % interval by error propagation, of the figure",
                    v -> v.propagated().halfWidth90Percent()),
            new Measure(
                    "simulatedHalfWidth90Percent",
                    "Half of the 90 % interval by Monte Carlo, of the figure",
                    v -> v.simulated().halfWidth90Percent()));

    /** Names, units and meanings, in the order of publication. */
    public static final List<FeatureField> FIELDS = fields();

    /** Something that is known of a figure. */
    private record Measure(String name, String description, Function<UncertainValue, Double> of) {}

    private FigureColumns() {}

    private static List<FeatureField> fields() {
        List<FeatureField> fields = new ArrayList<>();
        text(fields, "zoneId", "The zone; null for all zones together");
        text(fields, "zoneName", "The zone's name; null if it has none");
        text(fields, "figure", "Which figure, such as tree_carbon; or the sum removals, emissions or net");
        text(fields, "kind", "stock: at the image's date; yearly_flux: passes every year. Never add the two");
        text(fields, "entry", "counted: in the sums; not_counted: to compare with; sum: of the zone's counted figures");
        for (Kind kind : Kind.values()) {
            MEASURES.forEach(measure -> fields.add(new FeatureField(
                    column(kind, measure), Type.NUMBER, unit(kind), measure.description() + "; of a " + label(kind))));
        }
        PERCENTAGES.forEach(
                measure -> fields.add(new FeatureField(measure.name(), Type.NUMBER, "%", measure.description())));
        text(fields, "notationKey", "Why there is no figure: NE, NO, NA, IE or C");
        text(fields, "reason", "The same in words, or what of the figure is missing");
        text(fields, "notEstimated", "Figures that are not, or not everywhere, in a sum");
        text(fields, "areaClass", "The class whose area the figure is made of");
        number(fields, "areaM2", "Its area that was used");
        number(fields, "areaStandardErrorM2", "Standard error of that area; null if it is not known");
        number(fields, "areaCountedM2", "Area of its pixels in the class map");
        text(fields, "areaSource", "Where area and error come from, such as model_based");
        text(fields, "formula", "The formula with its numbers");
        text(fields, "site", "What is known of the place, as JSON");
        text(fields, "coefficientSet", "Name and version of the coefficients");
        return List.copyOf(fields);
    }

    private static void text(List<FeatureField> fields, String name, String description) {
        fields.add(new FeatureField(name, Type.TEXT, "", description));
    }

    private static void number(List<FeatureField> fields, String name, String description) {
        fields.add(new FeatureField(name, Type.NUMBER, "m2", description));
    }

    /** Published name of a kind, {@code stock} or {@code yearly_flux}. */
    static String label(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String column(Kind kind, Measure measure) {
        return switch (kind) {
            case STOCK -> "stock" + measure.name() + "KgCo2e";
            case YEARLY_FLUX -> "flux" + measure.name() + "KgCo2ePerYear";
        };
    }

    private static String unit(Kind kind) {
        return switch (kind) {
            case STOCK -> "kg{CO2e}";
            case YEARLY_FLUX -> "kg{CO2e}/a";
        };
    }

    /** Puts a figure with its uncertainty into the columns of its kind. */
    static void put(Map<String, Object> values, Kind kind, UncertainValue value) {
        MEASURES.forEach(
                measure -> values.put(column(kind, measure), measure.of().apply(value)));
        PERCENTAGES.forEach(measure -> values.put(measure.name(), measure.of().apply(value)));
    }
}
