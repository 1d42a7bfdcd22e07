package io.treehouse.inference.carbon.table;

import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.Flow.Kind;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.carbon.estimate.FigureBasis;
import io.treehouse.inference.carbon.estimate.FluxLine;
import io.treehouse.inference.carbon.estimate.FluxTotals;
import io.treehouse.inference.carbon.estimate.StockTotals;
import io.treehouse.inference.carbon.estimate.ZoneEstimate;
import io.treehouse.inference.propagation.UncertainValue;
import io.treehouse.inference.table.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure of a zone, or one of its sums, from whatever list of the estimate it stands in. Immutable.
 *
 * @param entry what it is to the sums
 * @param kind stock or flux
 * @param figure the flow's published name, or that of the sum
 * @param value null if it is missing
 * @param notationKey why it is missing; null if it is not
 * @param reason the same in words, or what of the figure is missing; null for sums
 * @param basis what it was computed from; null if it is missing, and of sums
 * @param notEstimated what is not in a sum; empty for figures
 */
record FigureRow(
        Entry entry,
        Kind kind,
        String figure,
        UncertainValue value,
        NotationKey notationKey,
        String reason,
        FigureBasis basis,
        List<Flow> notEstimated) {
    /** All rows of a zone, in the order of the estimate. */
    static List<FigureRow> of(ZoneEstimate zone) {
        List<FigureRow> rows = new ArrayList<>();
        zone.stocks()
                .forEach(line -> rows.add(new FigureRow(
                        Entry.COUNTED,
                        Kind.STOCK,
                        line.flow().label(),
                        line.kgCo2e(),
                        line.notationKey(),
                        line.reason(),
                        line.basis(),
                        List.of())));
        zone.yearlyFluxes().forEach(line -> rows.add(flux(Entry.COUNTED, line)));
        zone.notCounted().forEach(line -> rows.add(flux(Entry.NOT_COUNTED, line)));
        StockTotals stocks = zone.stockTotals();
        rows.add(sum(Kind.STOCK, "removals", stocks.removalsKgCo2e(), stocks.notEstimated()));
        rows.add(sum(Kind.STOCK, "emissions", stocks.emissionsKgCo2e(), stocks.notEstimated()));
        rows.add(sum(Kind.STOCK, "net", stocks.netKgCo2e(), stocks.notEstimated()));
        FluxTotals fluxes = zone.yearlyTotals();
        rows.add(sum(Kind.YEARLY_FLUX, "removals", fluxes.removalsKgCo2ePerYear(), fluxes.notEstimated()));
        rows.add(sum(Kind.YEARLY_FLUX, "emissions", fluxes.emissionsKgCo2ePerYear(), fluxes.notEstimated()));
        rows.add(sum(Kind.YEARLY_FLUX, "net", fluxes.netKgCo2ePerYear(), fluxes.notEstimated()));
        return rows;
    }

    private static FigureRow flux(Entry entry, FluxLine line) {
        return new FigureRow(
                entry,
                Kind.YEARLY_FLUX,
                line.flow().label(),
                line.kgCo2ePerYear(),
                line.notationKey(),
                line.reason(),
                line.basis(),
                List.of());
    }

    private static FigureRow sum(Kind kind, String name, UncertainValue value, List<Flow> notEstimated) {
        return new FigureRow(Entry.SUM, kind, name, value, null, null, null, notEstimated);
    }

    /** Identifier within a zone: a sum is there for stocks and for fluxes. */
    String id() {
        return entry == Entry.SUM ? kind.label() + "_" + figure : figure;
    }
}
