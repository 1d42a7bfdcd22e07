package io.treehouse.training.evaluate.calibration;

import io.treehouse.datasets.scheme.ClassSet;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How often answers of a given confidence are right, in 15 bins of equal width (reliability diagram), and the expected
 * calibration error (Naeini et al. 2015, Guo et al. 2017). Merged by adding. Immutable.
 *
 * @param bins from confidence 0 to 1
 */
public record Reliability(List<Bin> bins) {
    /** Number of bins. */
    public static final int BINS = 15;

    public Reliability {
        bins = List.copyOf(bins);
        if (bins.size() != BINS) {
            throw new IllegalArgumentException("A reliability diagram has " + BINS + " bins, not " + bins.size());
        }
    }

    /**
     * One bin.
     *
     * @param pixels number of pixels
     * @param confidenceSum sum of their confidences
     * @param right number of pixels whose answer was right
     */
    public record Bin(long pixels, double confidenceSum, long right) {
        static final Bin EMPTY = new Bin(0, 0, 0);

        /** Mean confidence, 0…1; 0 in an empty bin. */
        public double confidence() {
            return pixels == 0 ? 0 : confidenceSum / pixels;
        }

        /** Share of right answers, 0…1; 0 in an empty bin. */
        public double accuracy() {
            return pixels == 0 ? 0 : (double) right / pixels;
        }

        private Bin plus(Bin other) {
            return new Bin(pixels + other.pixels, confidenceSum + other.confidenceSum, right + other.right);
        }
    }

    /** Of no pixel. */
    public static Reliability empty() {
        return of(Stream.empty(), LabelGroups.SINGLE_CLASSES);
    }

    /**
     * Over pixels whose label is certain: the most probable class and its probability. In a data set that knows one class
     * for certain only pixels of that class are seen, so that the figure mixes calibration with recall.
     */
    public static Reliability ofCertainLabels(ProbabilitySample sample, double temperature) {
        return of(sample.pixels(temperature).filter(pixel -> pixel.label().isCertain()), LabelGroups.SINGLE_CLASSES);
    }

    /**
     * Over the pixels whose label answers the question that the data set's labels answer best: the most probable of its
     * groups of classes, and the probability of the whole group. Right if the label lies within it.
     */
    public static Reliability ofLabelGroups(ProbabilitySample sample, double temperature) {
        LabelGroups groups = LabelGroups.of(sample.pixelsByLabel());
        return of(sample.pixels(temperature).filter(pixel -> groups.isAnsweredBy(pixel.label())), groups);
    }

    private static Reliability of(Stream<LabelledProbabilities> pixels, LabelGroups groups) {
        Bin[] bins = new Bin[BINS];
        Arrays.fill(bins, Bin.EMPTY);
        pixels.forEach(pixel -> {
            ClassSet answer = groups.mostProbable(pixel);
            double confidence = pixel.mass(answer);
            int bin = Math.min(BINS - 1, (int) (confidence * BINS));
            bins[bin] = bins[bin].plus(new Bin(1, confidence, pixel.isWithin(answer) ? 1 : 0));
        });
        return new Reliability(Arrays.asList(bins));
    }

    /** The pixels of both. */
    public Reliability plus(Reliability other) {
        return new Reliability(IntStream.range(0, BINS)
                .mapToObj(i -> bins.get(i).plus(other.bins.get(i)))
                .toList());
    }

    /** Number of pixels. */
    public long pixels() {
        return bins.stream().mapToLong(Bin::pixels).sum();
    }

    /** Mean distance of confidence and accuracy over the bins, weighted by pixels, 0…1; empty without pixels. */
    public OptionalDouble expectedCalibrationError() {
        long pixels = pixels();
        return pixels == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(bins.stream()
                        .mapToDouble(bin -> Math.abs(bin.confidenceSum() - bin.right()) / pixels)
                        .sum());
    }
}
