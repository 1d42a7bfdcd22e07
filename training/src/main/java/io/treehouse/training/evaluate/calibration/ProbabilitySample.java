package io.treehouse.training.evaluate.calibration;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A random sample of a data set's labelled pixels with their probabilities at temperature 1. All pixels have the same
 * chance to be in it (reservoir sampling, Vitter 1985); seeded, so the same pixels in the same order give the same sample.
 * Sets with more labelled pixels than the sample holds weigh the same. Not thread-safe.
 */
public final class ProbabilitySample {
    private static final int CLASSES = SurfaceClass.COUNT;
    private static final int CAPACITY = 50_000;
    private static final long SEED = 20_261_125L;

    private final byte[] labels = new byte[CAPACITY];
    private final float[] probabilities = new float[CAPACITY * CLASSES];
    private final SplittableRandom random = new SplittableRandom(SEED);
    private long offered;

    /**
     * Offers a pixel; one without label is not taken.
     *
     * @param labelBits bits of the {@link ClassSet} that the pixel may be
     * @param pixel five probabilities; copied
     */
    public void offer(int labelBits, float[] pixel) {
        if (labelBits == ClassSet.IGNORE.bits()) {
            return;
        }
        long slot = offered < CAPACITY ? offered : random.nextLong(offered + 1);
        offered++;
        if (slot < CAPACITY) {
            labels[(int) slot] = (byte) labelBits;
            System.arraycopy(pixel, 0, probabilities, (int) slot * CLASSES, CLASSES);
        }
    }

    /** Number of pixels in the sample. */
    public int size() {
        return (int) Math.min(offered, CAPACITY);
    }

    /** Number of pixels of each label that occurs. */
    public Map<ClassSet, Long> pixelsByLabel() {
        return IntStream.range(0, size())
                .mapToObj(i -> new ClassSet(labels[i]))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** The pixels with their probabilities at a temperature. */
    public Stream<LabelledProbabilities> pixels(double temperature) {
        return IntStream.range(0, size())
                .mapToObj(i -> new LabelledProbabilities(new ClassSet(labels[i]), scaled(i, temperature)));
    }

    private double[] scaled(int pixel, double temperature) {
        double[] scaled = new double[CLASSES];
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            scaled[c] = Math.pow(probabilities[pixel * CLASSES + c], 1 / temperature);
            sum += scaled[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            scaled[c] /= sum;
        }
        return scaled;
    }
}
