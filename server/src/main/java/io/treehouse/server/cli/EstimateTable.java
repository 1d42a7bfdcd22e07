package io.treehouse.server.cli;

import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.carbon.estimate.FluxLine;
import io.treehouse.inference.carbon.estimate.StockLine;
import io.treehouse.inference.carbon.estimate.ZoneEstimate;
import io.treehouse.inference.propagation.UncertainValue;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The figures of all zones together, for a person at a terminal. */
final class EstimateTable {
    private static final double KG_PER_T = 1000;

    private EstimateTable() {}

    static void print(ZoneEstimate total, List<String> warnings, PrintWriter screen) {
        screen.println("Stocks, t CO2e (95 % interval by Monte Carlo)");
        for (StockLine line : total.stocks()) {
            print(line.flow().label(), line.kgCo2e(), line.notationKey(), line.reason(), screen);
        }
        print("net", total.stockTotals().netKgCo2e(), null, null, screen);
        screen.println("Fluxes, t CO2e a year");
        for (FluxLine line : total.yearlyFluxes()) {
            print(line.flow().label(), line.kgCo2ePerYear(), line.notationKey(), line.reason(), screen);
        }
        print("net", total.yearlyTotals().netKgCo2ePerYear(), null, null, screen);
        screen.println("To compare with, in no total, t CO2e a year");
        for (FluxLine line : total.notCounted()) {
            print(line.flow().label(), line.kgCo2ePerYear(), line.notationKey(), line.reason(), screen);
        }
        warnings.forEach(warning -> screen.println("Note: " + warning));
        screen.flush();
    }

    private static void print(String name, UncertainValue kg, NotationKey key, String reason, PrintWriter screen) {
        String figure = kg == null
                ? key.name()
                : String.format(
                        Locale.ROOT,
                        "%,12.1f  (%,.1f to %,.1f)",
                        kg.value() / KG_PER_T,
                        kg.simulated().low95() / KG_PER_T,
                        kg.simulated().high95() / KG_PER_T);
        screen.println(String.format("  %-32s %s%s", name, figure, reason == null ? "" : "  " + reason));
    }
}
