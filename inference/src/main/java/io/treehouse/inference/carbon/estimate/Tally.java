package io.treehouse.inference.carbon.estimate;

import io.treehouse.inference.propagation.Product;
import io.treehouse.inference.propagation.ProductSum;
import io.treehouse.inference.propagation.UncertainValue;
import java.util.ArrayList;
import java.util.List;

/** A sum of figures that keeps its terms and its draws, so that errors that they share stay shared. Not thread-safe. */
final class Tally {
    private final List<Product> terms = new ArrayList<>();
    private final double[] draws;

    Tally(int draws) {
        this.draws = new double[draws];
    }

    void add(ProductSum figure, double[] drawn) {
        terms.addAll(figure.products());
        for (int i = 0; i < draws.length; i++) {
            draws[i] += drawn[i];
        }
    }

    UncertainValue value() {
        return UncertainValue.of(new ProductSum(terms), draws);
    }
}
