package io.treehouse.inference.carbon.estimate;

import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.Flow.Kind;
import io.treehouse.inference.propagation.ProductSum;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums of figures by kind and sign, with the errors that they share. Not thread-safe. */
public final class Totals {
    private final Map<Kind, Tally> removals = new EnumMap<>(Kind.class);
    private final Map<Kind, Tally> emissions = new EnumMap<>(Kind.class);
    private final Map<Kind, Tally> net = new EnumMap<>(Kind.class);
    private final Set<Flow> notEstimated = EnumSet.noneOf(Flow.class);

    /** @param draws draws of each figure */
    public Totals(int draws) {
        for (Kind kind : Kind.values()) {
            removals.put(kind, new Tally(draws));
            emissions.put(kind, new Tally(draws));
            net.put(kind, new Tally(draws));
        }
    }

    /** Adds a figure that was drawn. */
    public void add(Flow flow, ProductSum figure, double[] drawn) {
        (flow.sign() < 0 ? removals : emissions).get(flow.kind()).add(figure, drawn);
        net.get(flow.kind()).add(figure, drawn);
    }

    /** Says that a figure is not, or not everywhere, in the sums. */
    public void miss(Flow flow) {
        notEstimated.add(flow);
    }

    /** The stocks so far. */
    public StockTotals stocks() {
        return new StockTotals(
                removals.get(Kind.STOCK).value(),
                emissions.get(Kind.STOCK).value(),
                net.get(Kind.STOCK).value(),
                missing(Kind.STOCK));
    }

    /** The yearly fluxes so far. */
    public FluxTotals yearlyFluxes() {
        return new FluxTotals(
                removals.get(Kind.YEARLY_FLUX).value(),
                emissions.get(Kind.YEARLY_FLUX).value(),
                net.get(Kind.YEARLY_FLUX).value(),
                missing(Kind.YEARLY_FLUX));
    }

    private List<Flow> missing(Kind kind) {
        return notEstimated.stream().filter(flow -> flow.kind() == kind).toList();
    }
}
