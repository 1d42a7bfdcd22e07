package io.treehouse.training.evaluate.precision;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.PrecisionCost;
import io.treehouse.training.evaluate.EvaluationReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one way of computing loses against another on the same places, in percentage points of intersection over union;
 * negative where it gains. Classes that are rare in a set are left out there, as in {@link
 * EvaluationReport#meanIntersectionOverUnion}.
 *
 * @param meanIouPoints loss of the mean over a set's classes, averaged over the sets
 * @param classPoints loss of each class, averaged over the sets that have it
 */
public record AccuracyLoss(double meanIouPoints, Map<SurfaceClass, Double> classPoints) {
    private static final double POINTS = 100;

    public AccuracyLoss {
        classPoints = Map.copyOf(classPoints);
    }

    /** Compares two reports on the same places. */
    static AccuracyLoss between(EvaluationReport exact, EvaluationReport reduced) {
        Map<SurfaceClass, List<Double>> byClass = new EnumMap<>(SurfaceClass.class);
        List<Double> bySet = new ArrayList<>();
        for (String set : exact.sets()) {
            Map<SurfaceClass, Double> after = reduced.intersectionsOverUnion(set);
            List<Double> losses = new ArrayList<>();
            exact.intersectionsOverUnion(set).forEach((surface, before) -> {
                double points = POINTS * (before - after.get(surface));
                losses.add(points);
                byClass.computeIfAbsent(surface, c -> new ArrayList<>()).add(points);
            });
            if (!losses.isEmpty()) {
                bySet.add(mean(losses));
            }
        }
        Map<SurfaceClass, Double> classPoints = new EnumMap<>(SurfaceClass.class);
        byClass.forEach((surface, losses) -> classPoints.put(surface, mean(losses)));
        return new AccuracyLoss(mean(bySet), classPoints);
    }

    private static double mean(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** The form that a bundle keeps. */
    PrecisionCost cost(Arithmetic arithmetic) {
        double worst = classPoints.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(meanIouPoints);
        return new PrecisionCost(arithmetic, meanIouPoints, worst);
    }

    /** One line: the mean, then each class that was measured. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "mean %+.2f", meanIouPoints));
        SurfaceClass.all().stream()
                .filter(classPoints::containsKey)
                .forEach(surface -> line.append(
                        String.format(Locale.ROOT, ", %s %+.2f", surface.label(), classPoints.get(surface))));
        return line.toString();
    }
}
