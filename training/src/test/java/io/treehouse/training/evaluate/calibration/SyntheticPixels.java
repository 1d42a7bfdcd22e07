package io.treehouse.training.evaluate.calibration;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/** Pixels whose true class is drawn from known probabilities, shown with logits that are too large by a known factor. */
final class SyntheticPixels {
    private static final double LOGIT_SPREAD = 3;

    private SyntheticPixels() {}

    /** @param labelBits label of a pixel by its true class */
    static void offer(ProbabilitySample sample, double temperature, int pixels, IntUnaryOperator labelBits) {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < pixels; i++) {
            double[] logits =
                    random.doubles(SurfaceClass.COUNT, 0, LOGIT_SPREAD).toArray();
            int truth = draw(softmax(logits, 1), random.nextDouble());
            sample.offer(labelBits.applyAsInt(truth), softmax(logits, 1 / temperature));
        }
    }

    private static float[] softmax(double[] logits, double divisor) {
        float[] probabilities = new float[logits.length];
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit / divisor);
        }
        for (int c = 0; c < logits.length; c++) {
            probabilities[c] = (float) (Math.exp(logits[c] / divisor) / sum);
        }
        return probabilities;
    }

    private static int draw(float[] probabilities, double uniform) {
        double left = uniform;
        int drawn = 0;
        while (drawn < probabilities.length - 1 && left >= probabilities[drawn]) {
            left -= probabilities[drawn++];
        }
        return drawn;
    }
}
