package io.treehouse.inference.carbon.estimate;

import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.Flow.Kind;
import io.treehouse.inference.carbon.Missing;
import io.treehouse.inference.carbon.TreeMethod;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.propagation.UncertainValue;
import java.util.ArrayList;
import java.util.List;

/** Figures sorted into the lists of the answer. Not thread-safe. */
final class FigureList {
    private final TreeMethod treeMethod;
    private final List<StockLine> stocks = new ArrayList<>();
    private final List<FluxLine> yearlyFluxes = new ArrayList<>();
    private final List<FluxLine> notCounted = new ArrayList<>();

    FigureList(TreeMethod treeMethod) {
        this.treeMethod = treeMethod;
    }

    /** Adds a figure of which {@code remark} may say what is not in it. */
    void add(Flow flow, UncertainValue value, String remark, FigureBasis basis) {
        put(flow, value, null, remark, basis);
    }

    void add(Flow flow, Missing missing) {
        put(flow, null, missing.key(), missing.reason(), null);
    }

    private void put(Flow flow, UncertainValue value, NotationKey key, String reason, FigureBasis basis) {
        if (flow.kind() == Kind.STOCK) {
            stocks.add(new StockLine(flow, value, key, reason, basis));
        } else {
            (flow.isCounted(treeMethod) ? yearlyFluxes : notCounted).add(new FluxLine(flow, value, key, reason, basis));
        }
    }

    List<StockLine> stocks() {
        return stocks;
    }

    List<FluxLine> yearlyFluxes() {
        return yearlyFluxes;
    }

    List<FluxLine> notCounted() {
        return notCounted;
    }
}
