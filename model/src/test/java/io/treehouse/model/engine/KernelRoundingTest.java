package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Weights in steps of 1, worked out by hand. The last row of the moments is the bias's: sums of the inputs, and their number. */
class KernelRoundingTest {
    private static KernelRounding.Rounded rounded(double[][] moments, double... weights) {
        return new KernelRounding(moments).round(weights, 0.5, Math::rint);
    }

    @Test
    void inputsThatHaveNothingToDoWithEachOtherAreRoundedToTheNearest() {
        double[][] apart = {{4}, {0, 4}, {0, 0, 4}};
        assertArrayEquals(new double[] {0, 2}, rounded(apart, 0.4, 1.6).values());
        assertEquals(0.5f, rounded(apart, 0.4, 1.6).bias());
    }

    /** Each alone would become 0; together they stand for 0.8, and 1 is nearer than 0. */
    @Test
    void anInputThatIsLikeAnotherMakesUpForIt() {
        double[][] alike = {{4}, {4, 4}, {0, 0, 4}};
        double[] values = rounded(alike, 0.4, 0.4).values();
        assertEquals(1, values[0] + values[1]);
    }

    @Test
    void theBiasTakesWhatRoundingAnInputThatNeverChangesLeaves() {
        double[][] constant = {{4}, {4, 4}};
        assertArrayEquals(new double[] {0}, rounded(constant, 0.4).values());
        assertEquals(0.9f, rounded(constant, 0.4).bias(), 1e-6f);
    }

    @Test
    void weightsOfInputsThatAreAlwaysZeroAreRoundedToTheNearest() {
        double[][] nothing = {{0}, {0, 0}, {0, 0, 4}};
        assertArrayEquals(new double[] {0, -2}, rounded(nothing, 0.4, -1.6).values());
        assertEquals(0.5f, rounded(nothing, 0.4, -1.6).bias());
    }

    @Test
    void sumsOfRelatedInputsChangeLessThanByRoundingToTheNearest() {
        Random random = new Random(5);
        double[][] inputs = related(random, 400, 12);
        double[] weights = random.doubles(12, -20, 20).toArray();
        KernelRounding.Rounded made = new KernelRounding(moments(inputs)).round(weights, 0, Math::rint);
        double fitted = 0;
        double nearest = 0;
        for (double[] input : inputs) {
            double exact = 0;
            double ours = made.bias();
            double plain = 0;
            for (int i = 0; i < weights.length; i++) {
                exact += weights[i] * input[i];
                ours += made.values()[i] * input[i];
                plain += Math.rint(weights[i]) * input[i];
            }
            fitted += (ours - exact) * (ours - exact);
            nearest += (plain - exact) * (plain - exact);
        }
        assertTrue(fitted < nearest / 2, fitted + " against " + nearest);
    }

    /** Inputs that share one cause, never negative. */
    private static double[][] related(Random random, int number, int inputs) {
        double[][] drawn = new double[number][inputs];
        for (double[] input : drawn) {
            double cause = 3 * random.nextDouble();
            for (int i = 0; i < inputs; i++) {
                input[i] = cause + 0.2 * random.nextDouble();
            }
        }
        return drawn;
    }

    private static double[][] moments(double[][] inputs) {
        int taps = inputs[0].length;
        double[][] sums = new double[taps + 1][];
        for (int row = 0; row <= taps; row++) {
            sums[row] = new double[row + 1];
            for (double[] input : inputs) {
                for (int column = 0; column <= row; column++) {
                    sums[row][column] += (row == taps ? 1 : input[row]) * (column == taps ? 1 : input[column]);
                }
            }
        }
        return sums;
    }
}
