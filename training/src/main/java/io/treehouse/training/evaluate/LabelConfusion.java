package io.treehouse.training.evaluate;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ErrorMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Counts of pixels by label (a set of classes) and predicted class. Every figure of accuracy follows from it, and the
 * matrices of several pictures or places are merged by adding, never by averaging ratios. Not thread-safe.
 */
public final class LabelConfusion {
    private static final int SETS = 1 << SurfaceClass.COUNT;

    /** A class that is rarer than this among the labelled pixels says more about chance than about the model. */
    private static final double LEAST_SHARE = 0.005;

    private final long[][] counts = new long[SETS][SurfaceClass.COUNT];

    /** Counts one pixel; pixels whose label is unknown are not counted. */
    public void add(int labelBits, int predictedCode) {
        if (labelBits != ClassSet.IGNORE.bits()) {
            counts[labelBits][predictedCode]++;
        }
    }

    /** Adds the counts of another matrix. */
    public LabelConfusion merge(LabelConfusion other) {
        for (int set = 0; set < SETS; set++) {
            for (int c = 0; c < SurfaceClass.COUNT; c++) {
                counts[set][c] += other.counts[set][c];
            }
        }
        return this;
    }

    /** Adds the counts of a place as a model bundle keeps them. */
    public LabelConfusion merge(ErrorMatrix place) {
        for (ErrorMatrix.Row row : place.rows()) {
            for (int c = 0; c < SurfaceClass.COUNT; c++) {
                counts[row.label().bits()][c] += row.predicted().get(c);
            }
        }
        return this;
    }

    /** Pixels with this label and this predicted class. */
    public long count(ClassSet label, SurfaceClass predicted) {
        return counts[label.bits()][predicted.code()];
    }

    /** Pixels whose label satisfies a condition, by predicted class: five counts by class code. */
    public long[] predictions(Predicate<ClassSet> labels) {
        long[] sums = new long[SurfaceClass.COUNT];
        for (int bits = 1; bits < SETS; bits++) {
            if (labels.test(new ClassSet(bits))) {
                for (int c = 0; c < SurfaceClass.COUNT; c++) {
                    sums[c] += counts[bits][c];
                }
            }
        }
        return sums;
    }

    /** The labels that occur, in the order of their bits. */
    public List<ClassSet> labels() {
        return IntStream.range(1, SETS)
                .filter(bits -> Arrays.stream(counts[bits]).sum() > 0)
                .mapToObj(ClassSet::new)
                .toList();
    }

    /** Share of the labelled pixels whose predicted class the label allows, 0…1; empty without labelled pixels. */
    public OptionalDouble agreement() {
        long allowed = 0;
        for (SurfaceClass c : SurfaceClass.all()) {
            allowed += predictions(label -> label.contains(c))[c.code()];
        }
        return pixels() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) allowed / pixels());
    }

    /** Pixels with a label. */
    public long pixels() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Whether a score of a class says something: it makes up more than 0.5 % of the labelled pixels. */
    public boolean tellsOf(SurfaceClass surfaceClass) {
        return score(surfaceClass).reference() > LEAST_SHARE * pixels();
    }

    /**
     * The two-by-two table of one class over the pixels whose label settles whether they are of this class: the label is
     * exactly the class, or excludes it.
     */
    public ClassScore score(SurfaceClass surfaceClass) {
        long truePositive = 0;
        long falsePositive = 0;
        long falseNegative = 0;
        for (int bits = 1; bits < SETS; bits++) {
            ClassSet label = new ClassSet(bits);
            long hits = counts[bits][surfaceClass.code()];
            if (!label.contains(surfaceClass)) {
                falsePositive += hits;
            } else if (label.isCertain()) {
                truePositive += hits;
                falseNegative += Arrays.stream(counts[bits]).sum() - hits;
            }
        }
        return new ClassScore(truePositive, falsePositive, falseNegative);
    }
}
