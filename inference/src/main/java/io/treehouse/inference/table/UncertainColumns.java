package io.treehouse.inference.table;

import io.treehouse.datasets.vector.FeatureField;
import io.treehouse.inference.propagation.UncertainValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The columns of figures of one unit with all that is known of their uncertainty, such as {@code stockLow95KgCo2e}.
 * Immutable.
 *
 * @param begin first part of the columns' names, the figure
 * @param end last part of their names, the unit
 * @param unit the unit in UCUM
 * @param of whose figures they are, for the columns' descriptions
 */
public record UncertainColumns(String begin, String end, String unit, String of) {
    private static final List<Measure> MEASURES = List.of(
            new Measure("", "The figure", UncertainValue::value),
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

    /** Something that is known of a figure. */
    private record Measure(String name, String description, Function<UncertainValue, Double> measured) {}

    /** Names, units and meanings of the columns in this unit. */
    public List<FeatureField> fields() {
        return MEASURES.stream()
                .map(measure -> FeatureField.number(column(measure), unit, measure.description() + "; of " + of))
                .toList();
    }

    /** Those of the columns in percent of the figure, which figures of all units share. */
    public static List<FeatureField> percentages() {
        return PERCENTAGES.stream()
                .map(measure -> FeatureField.number(measure.name(), "%", measure.description()))
                .toList();
    }

    /** Puts a figure with its uncertainty into the columns of this unit and those in percent. */
    public void put(Map<String, Object> values, UncertainValue value) {
        MEASURES.forEach(
                measure -> values.put(column(measure), measure.measured().apply(value)));
        PERCENTAGES.forEach(
                measure -> values.put(measure.name(), measure.measured().apply(value)));
    }

    private String column(Measure measure) {
        return begin + measure.name() + end;
    }
}
