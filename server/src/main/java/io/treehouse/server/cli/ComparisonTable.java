package io.treehouse.server.cli;

import io.treehouse.inference.compare.ClassChange;
import io.treehouse.inference.compare.Comparison;
import io.treehouse.inference.propagation.UncertainValue;
import java.io.PrintWriter;
import java.util.Locale;

/** The main figures of a comparison, for a person at a terminal. */
final class ComparisonTable {
    private static final double KG_PER_T = 1000;

    private ComparisonTable() {}

    static void print(Comparison comparison, PrintWriter screen) {
        screen.printf(Locale.ROOT, "%,.0f m2 compared%n", comparison.comparedM2());
        for (ClassChange change : comparison.classes()) {
            UncertainValue difference = change.differenceM2();
            screen.printf(
                    Locale.ROOT,
                    "  %-12s %,12.0f m2 before %,12.0f m2 after %+,12.0f m2%s%n",
                    change.name(),
                    change.beforeM2(),
                    change.afterM2(),
                    difference.value(),
                    change.errorsKnown() ? interval(difference, 1) : "  (errors not known)");
        }
        comparison
                .objects()
                .forEach((kind, objects) -> screen.printf(
                        Locale.ROOT, "  %-14s %,d lost, %,d gained%n", kind, objects.lost(), objects.gained()));
        UncertainValue stocks = comparison.carbon().stockDifferences().netKgCo2e();
        UncertainValue fluxes = comparison.carbon().yearlyDifferences().netKgCo2ePerYear();
        screen.printf(
                Locale.ROOT,
                "Stocks, of what is estimated: %+,.1f t CO2e%s%n",
                stocks.value() / KG_PER_T,
                interval(stocks, KG_PER_T));
        screen.printf(
                Locale.ROOT,
                "Fluxes, of what is estimated: %+,.1f t CO2e a year%s%n",
                fluxes.value() / KG_PER_T,
                interval(fluxes, KG_PER_T));
        comparison.warnings().forEach(warning -> screen.println("Note: " + warning));
        screen.flush();
    }

    private static String interval(UncertainValue value, double unit) {
        return String.format(
                Locale.ROOT,
                "  (%+,.1f to %+,.1f)",
                value.simulated().low95() / unit,
                value.simulated().high95() / unit);
    }
}
