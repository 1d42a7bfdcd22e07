package io.treehouse.inference.carbon;

import io.treehouse.inference.carbon.Line.Factor;
import io.treehouse.inference.carbon.coefficient.Coefficient;
import io.treehouse.inference.carbon.coefficient.Coefficient.Value;
import io.treehouse.inference.carbon.coefficient.CoefficientSet;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.carbon.coefficient.Role;
import io.treehouse.inference.carbon.coefficient.Substance;
import io.treehouse.inference.propagation.Product;
import io.treehouse.inference.propagation.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts areas and coefficients into the formulas of {@link Flow}. Immutable and thread-safe. */
public final class Formulas {
    /** Mass of carbon dioxide with a unit mass of carbon: molar masses 44 and 12, as the IPCC rounds them. */
    public static final double CO2_PER_CARBON = 44.0 / 12.0;

    private final CoefficientSet set;

    /** @param set the coefficients */
    public Formulas(CoefficientSet set) {
        this.set = set;
    }

    /**
     * A figure of a zone.
     *
     * @throws io.treehouse.datasets.problem.InputProblem if the set has two coefficients for one role and place
     */
    public Line line(Flow flow, Zone zone, Site site) {
        if (site.missing().containsKey(flow)) {
            return Line.missing(flow, site.missing().get(flow));
        }
        Quantity area = zone.areas().get(flow.surface()).quantity();
        if (area.mean() == 0 && area.distribution().standardDeviation() == 0) {
            return Line.missing(
                    flow,
                    new Missing(NotationKey.NO, "There is no " + flow.surface().label() + " here"));
        }
        Builder builder = new Builder(flow, site);
        builder.area(area);
        flow.number().ifPresent(builder::number);
        flow.roles().forEach(builder::coefficient);
        return builder.line();
    }

    /** Collects the factors of one line until one is missing. */
    private final class Builder {
        private final Flow flow;
        private final Site site;
        private final List<Factor> factors = new ArrayList<>();
        private Product product;
        private Optional<Missing> missing = Optional.empty();

        Builder(Flow flow, Site site) {
            this.flow = flow;
            this.site = site;
            product = new Product(flow.sign(), List.of());
        }

        void area(Quantity area) {
            add(area, new Factor("area of " + flow.surface().label(), "m2", Optional.empty()));
        }

        void number(SiteNumber number) {
            site.find(number)
                    .ifPresentOrElse(
                            given -> add(given, new Factor(number.label(), "1", Optional.empty())),
                            () -> miss(new Missing(
                                    NotationKey.NE, "It needs " + number.label() + ", which is not given")));
        }

        void coefficient(Role role) {
            CoefficientChoice choice = CoefficientChoice.of(set, role, site);
            choice.missing().ifPresent(this::miss);
            choice.coefficient().ifPresent(this::add);
        }

        private void add(Coefficient coefficient) {
            Value value = coefficient.value().orElseThrow();
            Quantity quantity = Quantity.independent("coefficient/" + coefficient.id(), value.distribution());
            add(quantity, new Factor(coefficient.id(), value.unit().text(), Optional.of(coefficient)));
            product = product.times(value.unit().kgPerM2());
            value.unit().substance().ifPresent(this::inCarbonDioxide);
        }

        private void inCarbonDioxide(Substance substance) {
            switch (substance) {
                case CARBON -> product = product.times(CO2_PER_CARBON);
                case METHANE -> coefficient(Role.METHANE_WARMING);
                case CARBON_DIOXIDE, CARBON_DIOXIDE_EQUIVALENT -> {}
            }
        }

        private void add(Quantity quantity, Factor factor) {
            product = product.times(quantity);
            factors.add(factor);
        }

        /** The first reason is the one that is told. */
        private void miss(Missing reason) {
            missing = missing.or(() -> Optional.of(reason));
        }

        Line line() {
            return missing.map(reason -> Line.missing(flow, reason))
                    .orElseGet(() -> new Line(flow, Optional.of(product), factors, Optional.empty()));
        }
    }
}
