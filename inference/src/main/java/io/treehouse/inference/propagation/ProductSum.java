package io.treehouse.inference.propagation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A sum of products of quantities: the form of every figure of an inventory and of every difference of two. Immutable.
 *
 * @param products its terms
 */
public record ProductSum(List<Product> products) {
    /** The sum of no terms. */
    public static final ProductSum ZERO = new ProductSum(List.of());

    public ProductSum {
        products = List.copyOf(products);
    }

    /** A sum of one term. */
    public static ProductSum of(Product product) {
        return new ProductSum(List.of(product));
    }

    /** The sum of sums. */
    public static ProductSum sum(Collection<ProductSum> sums) {
        return new ProductSum(
                sums.stream().flatMap(sum -> sum.products().stream()).toList());
    }

    /** This sum without another one. */
    public ProductSum minus(ProductSum other) {
        List<Product> all = new ArrayList<>(products);
        other.products.forEach(product -> all.add(product.times(-1)));
        return new ProductSum(all);
    }

    /** Whether none of its terms can be below 0. */
    boolean isNeverNegative() {
        return products.stream().allMatch(Product::isNeverNegative);
    }

    /** Its value where every quantity is at its mean. */
    public double value() {
        return products.stream().mapToDouble(Product::value).sum();
    }
}
