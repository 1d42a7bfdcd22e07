package io.treehouse.inference.propagation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Propagation of errors to first order: each quantity's standard deviation times the derivative, added up for each source
 * of error and then in quadrature over the sources. With independent quantities these are equations 3.1 (products) and 3.2
 * (sums) of the IPCC 2006 Guidelines, volume 1, chapter 3 (Approach 1); a quantity that enters several terms enters them
 * with one error, as the chapter's section on correlation asks. Good where relative errors are small.
 */
public final class ErrorPropagation {
    private ErrorPropagation() {}

    /** Standard error of a sum, in its unit. */
    public static double standardError(ProductSum sum) {
        return Math.sqrt(squared(errorsBySource(sum)));
    }

    /**
     * The part that one quantity has in the variance of a product, 0…1: what the product's variance would be if nothing
     * else had an error. 0 if nothing has one.
     */
    public static double varianceShare(Product product, int index) {
        double own = product.derivative(index)
                * product.quantities().get(index).distribution().standardDeviation();
        double all = squared(errorsBySource(ProductSum.of(product)));
        return all == 0 ? 0 : own * own / all;
    }

    private static Map<String, Double> errorsBySource(ProductSum sum) {
        Map<String, Double> errors = new HashMap<>();
        for (Product product : sum.products()) {
            List<Quantity> quantities = product.quantities();
            for (int i = 0; i < quantities.size(); i++) {
                Quantity quantity = quantities.get(i);
                double error = product.derivative(i) * quantity.distribution().standardDeviation();
                quantity.sources().forEach((source, weight) -> errors.merge(source, error * weight, Double::sum));
            }
        }
        return errors;
    }

    private static double squared(Map<String, Double> errors) {
        return errors.values().stream().mapToDouble(error -> error * error).sum();
    }
}
