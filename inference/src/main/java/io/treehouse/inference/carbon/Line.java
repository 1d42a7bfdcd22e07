package io.treehouse.inference.carbon;

import io.treehouse.inference.carbon.coefficient.Coefficient;
import io.treehouse.inference.propagation.Product;
import java.util.List;
import java.util.Optional;

/**
 * A figure of a zone before its uncertainty is worked out. Immutable.
 *
 * @param flow which figure
 * @param product its formula, in kg CO₂e or kg CO₂e a year; empty if it is missing
 * @param factors what the product's quantities are, in their order
 * @param missing why it is missing; empty if it is not
 */
public record Line(Flow flow, Optional<Product> product, List<Factor> factors, Optional<Missing> missing) {
    /**
     * What a quantity of a formula is.
     *
     * @param name name in words
     * @param unit its unit
     * @param coefficient the coefficient; empty for areas and numbers of the place
     */
    public record Factor(String name, String unit, Optional<Coefficient> coefficient) {}

    public Line {
        factors = List.copyOf(factors);
        if (product.isPresent() == missing.isPresent()
                || product.isPresent() && product.get().quantities().size() != factors.size()) {
            throw new IllegalArgumentException("A line has a product of its factors, or a reason why it is missing");
        }
    }

    static Line missing(Flow flow, Missing missing) {
        return new Line(flow, Optional.empty(), List.of(), Optional.of(missing));
    }
}
