package io.treehouse.model.layer;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Loss over sets of classes: −log Σ p over the classes that a label allows, averaged over the pixels whose label says
 * something, plus a weighted soft Dice loss (Milletari et al. 2016, eq. 3, with plain sums in the denominator) averaged
 * over the classes that certain labels show. A label that bears the mark {@link
 * io.treehouse.datasets.scheme.ClassSet#BY_MODEL} is never certain: a model's guess may say which class a pixel is, but
 * its outlines are not those of an object. Immutable and thread-safe; computes on all cores.
 *
 * @param diceWeight weight of the Dice loss, at least 0
 * @param borders how labels near borders are smoothed
 */
public record SetLoss(double diceWeight, BorderSmoothing borders) {
    private static final int CLASSES = SurfaceClass.COUNT;
    private static final int ALL_CLASSES = (1 << CLASSES) - 1;
    private static final int CHUNK_PIXELS = 1 << 15;
    private static final float TINY = 1e-12f;
    private static final double DICE_SMOOTHING = 1;

    public SetLoss {
        if (!(diceWeight >= 0)) {
            throw new IllegalArgumentException("The weight of the Dice loss is at least 0, not " + diceWeight);
        }
    }

    /** A loss that takes labels at their word. */
    public SetLoss(double diceWeight) {
        this(diceWeight, BorderSmoothing.NONE);
    }

    /** Loss and gradient of a batch as a whole. */
    public double evaluate(float[] logits, byte[] labels, int size, float[] gradient) {
        return evaluate(logits, labels, size, gradient, UnaryOperator.identity());
    }

    /**
     * Loss and gradient of a batch, or of the part of one.
     *
     * @param logits {@code [images, size, size, 5]}
     * @param labels {@code [images, size, size]} bits of the allowed classes, perhaps with the mark; 0 and 31 say nothing
     * @param size height and width of an image
     * @param gradient receives the gradient by the logits, {@code [pixels, 5]}
     * @param wholeBatch gives the sums of the whole batch for those of this part
     * @return the loss of the whole batch, 0 if no label says anything
     */
    double evaluate(float[] logits, byte[] labels, int size, float[] gradient, UnaryOperator<LossSums> wholeBatch) {
        byte[] nearby = labels;
        if (borders.isOn()) {
            nearby = new byte[labels.length];
            borders.nearby(labels, size, nearby);
        }
        return evaluate(logits, new Labels(labels, nearby, (float) borders.share()), gradient, wholeBatch);
    }

    /**
     * What a batch is compared with.
     *
     * @param bits {@code [pixels]} of the allowed classes
     * @param nearby {@code [pixels]} bits of what labels nearby allow too
     * @param share of the loss over the latter
     */
    private record Labels(byte[] bits, byte[] nearby, float share) {}

    private double evaluate(float[] logits, Labels labels, float[] gradient, UnaryOperator<LossSums> wholeBatch) {
        int chunks = (labels.bits().length + CHUNK_PIXELS - 1) / CHUNK_PIXELS;
        LossSums[] parts = new LossSums[chunks];
        eachChunk(chunks, chunk -> parts[chunk] = probabilities(logits, labels, gradient, chunk));
        // Added in order, so that the same batch gives the same loss whatever the threads did.
        LossSums own = new LossSums();
        Arrays.stream(parts).forEach(own::add);
        LossSums sums = wholeBatch.apply(own);
        if (sums.known == 0) {
            Arrays.fill(gradient, 0);
            return 0;
        }
        double[] inside = new double[CLASSES];
        double[] outside = new double[CLASSES];
        double dice = diceWeight == 0 ? 0 : diceSlopes(sums, inside, outside);
        float scale = 1f / sums.known;
        eachChunk(chunks, chunk -> gradients(labels, gradient, chunk, scale, inside, outside));
        return sums.negativeLog / sums.known + diceWeight * dice;
    }

    private static void eachChunk(int chunks, IntConsumer work) {
        IntStream.range(0, chunks).parallel().forEach(work);
    }

    /** Turns logits into probabilities and adds up what both losses need. */
    private static LossSums probabilities(float[] logits, Labels labels, float[] p, int chunk) {
        LossSums sums = new LossSums();
        int end = Math.min(labels.bits().length, (chunk + 1) * CHUNK_PIXELS);
        for (int pixel = chunk * CHUNK_PIXELS; pixel < end; pixel++) {
            int label = labels.bits()[pixel];
            if (!says(label)) {
                continue;
            }
            int at = pixel * CLASSES;
            softmax(logits, p, at);
            sums.known++;
            sums.negativeLog -= (1 - labels.share()) * Math.log(mass(label, p, at));
            if (labels.share() > 0) {
                sums.negativeLog -= labels.share() * Math.log(mass(label | labels.nearby()[pixel], p, at));
            }
            if (isCertain(label)) {
                sums.addCertain(p, at, Integer.numberOfTrailingZeros(label));
            }
        }
        return sums;
    }

    /** Probability of the classes that a label allows, above 0. */
    private static float mass(int label, float[] p, int at) {
        float mass = 0;
        for (int c = 0; c < CLASSES; c++) {
            mass += (label >> c & 1) * p[at + c];
        }
        return Math.max(mass, TINY);
    }

    private static void softmax(float[] logits, float[] p, int at) {
        float highest = logits[at];
        for (int c = 1; c < CLASSES; c++) {
            highest = Math.max(highest, logits[at + c]);
        }
        float total = 0;
        for (int c = 0; c < CLASSES; c++) {
            p[at + c] = Exponential.ofNegative(logits[at + c] - highest);
            total += p[at + c];
        }
        for (int c = 0; c < CLASSES; c++) {
            p[at + c] /= total;
        }
    }

    /** The Dice loss, and its slopes by a probability at pixels of the class and at other certain pixels. */
    private double diceSlopes(LossSums sums, double[] inside, double[] outside) {
        long present = Arrays.stream(sums.pixels).filter(n -> n > 0).count();
        double loss = 0;
        for (int c = 0; c < CLASSES; c++) {
            if (sums.pixels[c] > 0) {
                double numerator = 2 * sums.overlap[c] + DICE_SMOOTHING;
                double denominator = sums.mass[c] + sums.pixels[c] + DICE_SMOOTHING;
                loss += (1 - numerator / denominator) / present;
                outside[c] = diceWeight * numerator / (denominator * denominator) / present;
                inside[c] = outside[c] - diceWeight * 2 / denominator / present;
            }
        }
        return loss;
    }

    /** Turns the probabilities in {@code gradient} into gradients by the logits. */
    private static void gradients(
            Labels labels, float[] gradient, int chunk, float scale, double[] inside, double[] outside) {
        int end = Math.min(labels.bits().length, (chunk + 1) * CHUNK_PIXELS);
        float[] slope = new float[CLASSES];
        for (int pixel = chunk * CHUNK_PIXELS; pixel < end; pixel++) {
            int label = labels.bits()[pixel];
            int at = pixel * CLASSES;
            if (!says(label)) {
                Arrays.fill(gradient, at, at + CLASSES, 0);
                continue;
            }
            int wider = label | labels.nearby()[pixel];
            float own = -scale * (1 - labels.share()) / mass(label, gradient, at);
            float near = labels.share() == 0 ? 0 : -scale * labels.share() / mass(wider, gradient, at);
            boolean certain = isCertain(label);
            float mean = 0;
            for (int c = 0; c < CLASSES; c++) {
                boolean of = (label >> c & 1) == 1;
                slope[c] = (of ? own : 0) + ((wider >> c & 1) == 1 ? near : 0);
                if (certain) {
                    slope[c] += (float) (of ? inside[c] : outside[c]);
                }
                mean += slope[c] * gradient[at + c];
            }
            for (int c = 0; c < CLASSES; c++) {
                gradient[at + c] *= slope[c] - mean;
            }
        }
    }

    private static boolean says(int label) {
        return label != 0 && label != ALL_CLASSES;
    }

    private static boolean isCertain(int label) {
        return Integer.bitCount(label) == 1;
    }
}
