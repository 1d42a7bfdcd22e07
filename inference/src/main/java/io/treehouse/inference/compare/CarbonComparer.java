package io.treehouse.inference.compare;

import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.Flow.Kind;
import io.treehouse.inference.carbon.Formulas;
import io.treehouse.inference.carbon.Line;
import io.treehouse.inference.carbon.Line.Factor;
import io.treehouse.inference.carbon.Missing;
import io.treehouse.inference.carbon.Zone;
import io.treehouse.inference.carbon.coefficient.Coefficient;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.carbon.estimate.Totals;
import io.treehouse.inference.propagation.MonteCarlo;
import io.treehouse.inference.propagation.ProductSum;
import io.treehouse.inference.propagation.UncertainValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Differences of sinks and emissions. A coefficient is one quantity in both states: what is wrong with it is wrong in both,
 * and only the changed area carries its error. Serves one request; not thread-safe.
 */
final class CarbonComparer {
    private final ComparisonRequest request;
    private final Formulas formulas;
    private final MonteCarlo monteCarlo;
    private final Totals totals;
    private final Set<Coefficient> used = new HashSet<>();
    private final List<StockDifference> stocks = new ArrayList<>();
    private final List<FluxDifference> yearlyFluxes = new ArrayList<>();
    private final List<FluxDifference> notCounted = new ArrayList<>();

    CarbonComparer(ComparisonRequest request, MonteCarlo monteCarlo) {
        this.request = request;
        this.monteCarlo = monteCarlo;
        formulas = new Formulas(request.coefficients());
        totals = new Totals(request.settings().draws());
    }

    /**
     * Compares all figures.
     *
     * @param gained the ground that became of each class
     */
    CarbonDifference compare(Zone before, Zone after, Zone gained) {
        for (Flow flow : Flow.values()) {
            Line first = formulas.line(flow, before, request.before().site());
            Line second = formulas.line(flow, after, request.after().site());
            compare(flow, first, second, flow.isSunk() ? made(flow, gained) : difference(first, second));
        }
        return new CarbonDifference(stocks, yearlyFluxes, notCounted, totals.stocks(), totals.yearlyFluxes());
    }

    /** The coefficients that figures came of. */
    Set<Coefficient> used() {
        return used;
    }

    /**
     * A difference.
     *
     * @param sum the difference; empty if it is missing
     * @param missing why it is missing; empty if it is not
     * @param isLacking whether sums lack it: not where it is missing on purpose
     */
    private record Difference(Optional<ProductSum> sum, Optional<Missing> missing, boolean isLacking) {}

    private Difference difference(Line before, Line after) {
        Optional<ProductSum> first = sum(before);
        Optional<ProductSum> second = sum(after);
        return first.isPresent() && second.isPresent()
                ? new Difference(Optional.of(second.get().minus(first.get())), Optional.empty(), false)
                : new Difference(
                        Optional.empty(), Optional.of(missing(before, after)), !isLeftOut(before) || !isLeftOut(after));
    }

    /** Whether a figure is none of the inventory's in this state: included elsewhere, not applicable or confidential. */
    private static boolean isLeftOut(Line line) {
        return line.missing()
                .filter(missing -> missing.key() != NotationKey.NE && missing.key() != NotationKey.NO)
                .isPresent();
    }

    /** Of what is emitted once and for all, only what is newly made counts. */
    private Difference made(Flow flow, Zone gained) {
        Line line = formulas.line(flow, gained, request.after().site());
        return new Difference(
                sum(line), line.missing().filter(missing -> missing.key() != NotationKey.NO), !isLeftOut(line));
    }

    private void compare(Flow flow, Line before, Line after, Difference difference) {
        boolean isCounted = flow.isCounted(request.settings().treeMethod());
        Optional<UncertainValue> value = Optional.empty();
        if (difference.sum().isPresent()) {
            ProductSum sum = difference.sum().get();
            double[] drawn = monteCarlo.draw(sum);
            value = Optional.of(UncertainValue.of(sum, drawn));
            if (isCounted) {
                totals.add(flow, sum, drawn);
            }
        } else if (isCounted && difference.isLacking()) {
            totals.miss(flow);
        }
        put(
                flow,
                sum(before).map(this::value),
                sum(after).map(this::value),
                value,
                difference.missing().orElse(null));
    }

    /** What there is none of is 0, and no reason for having no difference. */
    private Optional<ProductSum> sum(Line line) {
        line.factors().stream().map(Factor::coefficient).forEach(coefficient -> coefficient.ifPresent(used::add));
        boolean isNone =
                line.missing().map(missing -> missing.key() == NotationKey.NO).orElse(false);
        return isNone ? Optional.of(ProductSum.ZERO) : line.product().map(ProductSum::of);
    }

    private UncertainValue value(ProductSum sum) {
        return UncertainValue.of(sum, monteCarlo.draw(sum));
    }

    private static Missing missing(Line before, Line after) {
        return before.missing()
                .filter(missing -> missing.key() != NotationKey.NO)
                .map(missing -> new Missing(missing.key(), "Before: " + missing.reason()))
                .or(() -> after.missing()
                        .filter(missing -> missing.key() != NotationKey.NO)
                        .map(missing -> new Missing(missing.key(), "After: " + missing.reason())))
                .orElseThrow();
    }

    private void put(
            Flow flow,
            Optional<UncertainValue> before,
            Optional<UncertainValue> after,
            Optional<UncertainValue> difference,
            Missing missing) {
        NotationKey key = missing == null ? null : missing.key();
        String reason = missing == null ? null : missing.reason();
        if (flow.kind() == Kind.STOCK) {
            stocks.add(new StockDifference(
                    flow, before.orElse(null), after.orElse(null), difference.orElse(null), key, reason));
        } else {
            (flow.isCounted(request.settings().treeMethod()) ? yearlyFluxes : notCounted)
                    .add(new FluxDifference(
                            flow, before.orElse(null), after.orElse(null), difference.orElse(null), key, reason));
        }
    }
}
