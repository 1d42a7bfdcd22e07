package io.treehouse.inference.sample;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A stratified sample with its labels. Immutable by agreement.
 *
 * @param strata the strata, in the order of the codes of their classes
 * @param counts {@code [stratum, reference class]} points, the n_ij of Olofsson et al. (2014)
 * @param unlabelled points without label, which are left out
 */
public record LabelledSample(List<Stratum> strata, long[][] counts, int unlabelled) {
    private static final int LEAST_POINTS = 2;

    public LabelledSample {
        strata = List.copyOf(strata);
    }

    /** Points with a label. */
    int points() {
        int points = 0;
        for (long[] ofStratum : counts) {
            for (long count : ofStratum) {
                points += (int) count;
            }
        }
        return points;
    }

    /** Collects a sample point by point. Not thread-safe. */
    static final class Builder {
        private final Map<SurfaceClass, Stratum> strata = new EnumMap<>(SurfaceClass.class);
        private final Map<SurfaceClass, long[]> counts = new EnumMap<>(SurfaceClass.class);
        private final Map<SurfaceClass, Integer> points = new EnumMap<>(SurfaceClass.class);
        private int unlabelled;

        /** Adds a labelled point. */
        void add(Stratum stratum, SurfaceClass reference) {
            count(stratum)[reference.code()]++;
        }

        /** Notes a point that has no label. */
        void addUnlabelled(Stratum stratum) {
            count(stratum);
            unlabelled++;
        }

        private long[] count(Stratum stratum) {
            Stratum known = strata.putIfAbsent(stratum.mapClass(), stratum);
            if (known != null && !known.equals(stratum)) {
                throw new IllegalArgumentException("it says that its class has " + stratum + ", others say " + known);
            }
            points.merge(stratum.mapClass(), 1, Integer::sum);
            return counts.computeIfAbsent(stratum.mapClass(), c -> new long[SurfaceClass.COUNT]);
        }

        /** The whole sample; refuses one that lacks points or labels. */
        LabelledSample build() {
            if (strata.isEmpty()) {
                throw new InputProblem(Kind.INVALID_DOCUMENT, "The sample has no points", "Send all of its points");
            }
            strata.forEach((surface, stratum) -> {
                check(stratum, points.get(surface), "the sample has", "Send all points that were drawn");
            });
            LabelledSample sample = new LabelledSample(
                    List.copyOf(strata.values()), counts.values().toArray(long[][]::new), unlabelled);
            for (int i = 0; i < sample.strata().size(); i++) {
                long labelled = 0;
                for (long count : sample.counts()[i]) {
                    labelled += count;
                }
                if (labelled < LEAST_POINTS) {
                    throw new InputProblem(
                            Kind.INVALID_DOCUMENT,
                            "The map class %s has %d labelled points; its uncertainty needs two"
                                    .formatted(sample.strata().get(i).mapClass().label(), labelled),
                            "Fill in reference for more points");
                }
            }
            return sample;
        }

        private static void check(Stratum stratum, int found, String subject, String remedy) {
            if (found != stratum.points()) {
                throw new InputProblem(
                        Kind.INVALID_DOCUMENT,
                        "Of the map class %s %d points were drawn, but %s %d"
                                .formatted(stratum.mapClass().label(), stratum.points(), subject, found),
                        remedy);
            }
        }
    }
}
