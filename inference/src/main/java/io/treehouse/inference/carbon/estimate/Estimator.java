package io.treehouse.inference.carbon.estimate;

import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.Formulas;
import io.treehouse.inference.carbon.Line;
import io.treehouse.inference.carbon.Line.Factor;
import io.treehouse.inference.carbon.Missing;
import io.treehouse.inference.carbon.Site;
import io.treehouse.inference.carbon.Zone;
import io.treehouse.inference.carbon.coefficient.Coefficient;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.propagation.MonteCarlo;
import io.treehouse.inference.propagation.Product;
import io.treehouse.inference.propagation.ProductSum;
import io.treehouse.inference.propagation.UncertainValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Estimates sinks and emissions. A coefficient is one quantity wherever it is used: its error is fully shared by all zones
 * and does not shrink when they are added up. Serves one request; not thread-safe.
 */
public final class Estimator {
    private final EstimateRequest request;
    private final Formulas formulas;
    private final MonteCarlo monteCarlo;
    private final Totals allTotals;
    private final Map<Flow, FlowTotal> flowTotals = new EnumMap<>(Flow.class);
    private final Set<Coefficient> used = new HashSet<>();

    private Estimator(EstimateRequest request) {
        this.request = request;
        formulas = new Formulas(request.coefficients());
        monteCarlo =
                new MonteCarlo(request.settings().seed(), request.settings().draws());
        allTotals = new Totals(request.settings().draws());
        for (Flow flow : Flow.values()) {
            flowTotals.put(flow, new FlowTotal(flow, request.settings().draws()));
        }
    }

    /**
     * Estimates.
     *
     * @param programVersion version of the program, for the answer
     * @throws io.treehouse.datasets.problem.InputProblem if the coefficients contradict each other
     */
    public static Estimate estimate(EstimateRequest request, String programVersion) {
        Estimator estimator = new Estimator(request);
        List<ZoneEstimate> zones =
                request.zones().stream().map(estimator::estimate).toList();
        CoefficientsUsed coefficients = CoefficientsUsed.of(request.coefficients(), estimator.used);
        return new Estimate(
                zones,
                estimator.total(),
                coefficients,
                request.settings().treeMethod(),
                request.settings().draws(),
                request.settings().seed(),
                request.results(),
                programVersion,
                estimator.warnings(coefficients));
    }

    private ZoneEstimate estimate(Zone zone) {
        Site site = request.siteOf(zone);
        FigureList figures = new FigureList(request.settings().treeMethod());
        Totals totals = new Totals(request.settings().draws());
        for (Flow flow : Flow.values()) {
            Line line = formulas.line(flow, zone, site);
            line.product()
                    .ifPresent(product ->
                            figures.add(flow, value(zone, line, product, totals), null, FigureBasis.of(line)));
            line.missing().ifPresent(missing -> {
                miss(zone, flow, missing, totals);
                figures.add(flow, missing);
            });
        }
        return zoneEstimate(zone.id(), zone.name(), List.of(zone), SiteWords.of(site), figures, totals);
    }

    private UncertainValue value(Zone zone, Line line, Product product, Totals totals) {
        ProductSum sum = ProductSum.of(product);
        double[] drawn = monteCarlo.draw(sum);
        flowTotals.get(line.flow()).add(sum, drawn);
        if (isCounted(line.flow())) {
            totals.add(line.flow(), sum, drawn);
            allTotals.add(line.flow(), sum, drawn);
        }
        line.factors().stream().map(Factor::coefficient).forEach(coefficient -> coefficient.ifPresent(used::add));
        return UncertainValue.of(sum, drawn);
    }

    private void miss(Zone zone, Flow flow, Missing missing, Totals totals) {
        flowTotals.get(flow).miss(zone.id(), missing);
        if (isCounted(flow) && missing.key() == NotationKey.NE) {
            totals.miss(flow);
            allTotals.miss(flow);
        }
    }

    private boolean isCounted(Flow flow) {
        return flow.isCounted(request.settings().treeMethod());
    }

    private ZoneEstimate total() {
        FigureList figures = new FigureList(request.settings().treeMethod());
        flowTotals.values().forEach(total -> total.addTo(figures));
        return zoneEstimate("total", null, request.zones(), null, figures, allTotals);
    }

    private static ZoneEstimate zoneEstimate(
            String id, String name, List<Zone> zones, Map<String, String> site, FigureList figures, Totals totals) {
        return new ZoneEstimate(
                id,
                name,
                zones.stream().mapToDouble(Zone::validM2).sum(),
                AreaTotals.of(zones),
                site,
                figures.stocks(),
                figures.yearlyFluxes(),
                figures.notCounted(),
                totals.stocks(),
                totals.yearlyFluxes());
    }

    private List<String> warnings(CoefficientsUsed coefficients) {
        List<String> warnings = new ArrayList<>(request.warnings());
        if (!coefficients.unconfirmed().isEmpty()) {
            warnings.add("These coefficients were not checked against their sources: "
                    + String.join(", ", coefficients.unconfirmed()));
        }
        return warnings;
    }
}
