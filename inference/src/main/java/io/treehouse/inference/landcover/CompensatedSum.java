package io.treehouse.inference.landcover;

/**
 * A sum of many numbers whose rounding errors do not add up (Neumaier 1974). The order of the numbers still enters the
 * last bit. Not thread-safe.
 */
final class CompensatedSum {
    private double sum;
    private double lost;

    void add(double value) {
        double total = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - total) + value : (value - total) + sum;
        sum = total;
    }

    double value() {
        return sum + lost;
    }
}
