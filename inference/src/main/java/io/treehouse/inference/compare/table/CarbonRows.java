package io.treehouse.inference.compare.table;

import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.Flow.Kind;
import io.treehouse.inference.carbon.estimate.FluxTotals;
import io.treehouse.inference.carbon.estimate.StockTotals;
import io.treehouse.inference.carbon.table.CoefficientItems;
import io.treehouse.inference.carbon.table.FigureColumns;
import io.treehouse.inference.compare.CarbonDifference;
import io.treehouse.inference.compare.Comparison;
import io.treehouse.inference.compare.FluxDifference;
import io.treehouse.inference.compare.StockDifference;
import io.treehouse.inference.propagation.UncertainValue;
import io.treehouse.inference.table.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows of sinks and emissions: both states and the difference of each, and the sums of the differences. */
final class CarbonRows {
    private static final String DIFFERENCE = "difference";

    private final String coefficientSet;
    private final List<ComparisonRow> rows = new ArrayList<>();

    private CarbonRows(String coefficientSet) {
        this.coefficientSet = coefficientSet;
    }

    static List<ComparisonRow> of(Comparison comparison) {
        CarbonDifference carbon = comparison.carbon();
        CarbonRows rows = new CarbonRows(CoefficientItems.label(comparison.coefficientSet()));
        carbon.stocks().forEach(rows::add);
        carbon.yearlyFluxes().forEach(flux -> rows.add(Entry.COUNTED, flux));
        carbon.notCounted().forEach(flux -> rows.add(Entry.NOT_COUNTED, flux));
        rows.add(carbon.stockDifferences());
        rows.add(carbon.yearlyDifferences());
        return rows.rows;
    }

    private void add(StockDifference stock) {
        add(Entry.COUNTED, Kind.STOCK, stock.flow().label(), "before", stock.beforeKgCo2e());
        add(Entry.COUNTED, Kind.STOCK, stock.flow().label(), "after", stock.afterKgCo2e());
        FigureColumns.explain(
                add(Entry.COUNTED, Kind.STOCK, stock.flow().label(), DIFFERENCE, stock.differenceKgCo2e()),
                stock.notationKey(),
                stock.reason());
    }

    private void add(Entry entry, FluxDifference flux) {
        add(entry, Kind.YEARLY_FLUX, flux.flow().label(), "before", flux.beforeKgCo2ePerYear());
        add(entry, Kind.YEARLY_FLUX, flux.flow().label(), "after", flux.afterKgCo2ePerYear());
        FigureColumns.explain(
                add(entry, Kind.YEARLY_FLUX, flux.flow().label(), DIFFERENCE, flux.differenceKgCo2ePerYear()),
                flux.notationKey(),
                flux.reason());
    }

    private void add(StockTotals sums) {
        addSum(Kind.STOCK, "removals", sums.removalsKgCo2e(), sums.notEstimated());
        addSum(Kind.STOCK, "emissions", sums.emissionsKgCo2e(), sums.notEstimated());
        addSum(Kind.STOCK, "net", sums.netKgCo2e(), sums.notEstimated());
    }

    private void add(FluxTotals sums) {
        addSum(Kind.YEARLY_FLUX, "removals", sums.removalsKgCo2ePerYear(), sums.notEstimated());
        addSum(Kind.YEARLY_FLUX, "emissions", sums.emissionsKgCo2ePerYear(), sums.notEstimated());
        addSum(Kind.YEARLY_FLUX, "net", sums.netKgCo2ePerYear(), sums.notEstimated());
    }

    private void addSum(Kind kind, String name, UncertainValue value, List<Flow> notEstimated) {
        FigureColumns.putNotEstimated(add(Entry.SUM, kind, name, DIFFERENCE, value), notEstimated);
    }

    private Map<String, Object> add(Entry entry, Kind kind, String figure, String state, UncertainValue value) {
        Map<String, Object> values = ComparisonRow.begin(kind.label(), state);
        Flow.ofLabel(figure)
                .ifPresent(flow -> values.put("areaClass", flow.surface().label()));
        values.put("figure", figure);
        values.put("entry", entry.label());
        if (value != null) {
            FigureColumns.of(kind).put(values, value);
        }
        values.put("coefficientSet", coefficientSet);
        rows.add(new ComparisonRow(kind.label() + "/" + figure + "/" + state, values));
        return values;
    }
}
