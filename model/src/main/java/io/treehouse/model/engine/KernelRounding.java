package io.treehouse.model.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Rounds the weights of one output to numbers of fewer bits so that its sums of products change least on known inputs: one after
 * another, each making up for the errors of those before it, the bias last (Frantar, Ashkboos, Hoefler and Alistarh, GPTQ,
 * 2022, after Hassibi and Stork, Optimal brain surgeon, 1993).
 *
 * <p>With second moments H of the inputs, errors e of the weights cost e'He. H is L'L with L lower triangular, hence the cost is
 * the sum of squares of L e, and each row of L e ends with the error of one weight: that weight can undo the row but for its own
 * rounding. Immutable.
 */
final class KernelRounding {
    /** Share of the mean moment that is added to each weight's own: few positions do not tell all inputs apart. */
    private static final double DAMPING = 0.01;

    /** Weights in the order of rounding: those with the largest inputs first. */
    private final int[] order;

    private final double[][] factor;

    /** @param moments {@code [row][column]}, column up to row; the last row is the bias's */
    KernelRounding(double[][] moments) {
        int bias = moments.length - 1;
        double damping = DAMPING
                * IntStream.range(0, bias)
                        .mapToDouble(i -> moments[i][i])
                        .average()
                        .orElse(0);
        order = IntStream.range(0, bias)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -moments[i][i]))
                .mapToInt(i -> i)
                .toArray();
        int[] all = Arrays.copyOf(order, bias + 1);
        all[bias] = bias;
        factor = factor(moments, all, damping);
    }

    /** L with {@code L'L} being the moments in an order: Cholesky's method from the last row to the first. */
    private static double[][] factor(double[][] moments, int[] order, double damping) {
        int size = order.length;
        double[][] factor = new double[size][];
        for (int row = size - 1; row >= 0; row--) {
            double[] line = new double[row + 1];
            for (int column = 0; column <= row; column++) {
                int first = Math.max(order[row], order[column]);
                int second = Math.min(order[row], order[column]);
                line[column] = moments[first][second];
            }
            line[row] += row < size - 1 ? damping : 0;
            for (int below = row + 1; below < size; below++) {
                double share = factor[below][row];
                for (int column = 0; column <= row; column++) {
                    line[column] -= share * factor[below][column];
                }
            }
            // Inputs that were always 0, or are the same as others, leave nothing to divide by.
            line[row] = Math.max(line[row], Double.MIN_NORMAL);
            double diagonal = Math.sqrt(line[row]);
            for (int column = 0; column <= row; column++) {
                line[column] /= diagonal;
            }
            factor[row] = line;
        }
        return factor;
    }

    /** What the weights of an output became. */
    record Rounded(double[] values, float bias) {}

    /**
     * @param weights of one output
     * @param bias of the output
     * @param nearest the number that a weight is rounded to
     */
    Rounded round(double[] weights, double bias, DoubleUnaryOperator nearest) {
        double[] errors = new double[weights.length];
        double[] values = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[order[i]];
            double value = nearest.applyAsDouble(weight + rest(i, errors));
            values[order[i]] = value;
            errors[i] = weight - value;
        }
        return new Rounded(values, (float) (bias + rest(weights.length, errors)));
    }

    /** By how much the next weight must grow to undo its row. */
    private double rest(int row, double[] errors) {
        double sum = 0;
        for (int i = 0; i < row; i++) {
            sum += factor[row][i] * errors[i];
        }
        return sum / factor[row][row];
    }
}
