package io.treehouse.training.evaluate.precision;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.PrecisionCost;
import io.treehouse.training.evaluate.ClassScore;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.objects.ObjectMeasure;
import io.treehouse.training.evaluate.objects.ObjectScores;
import java.util.ArrayList;
import java.util.Arrays;
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
 * @param objectPoints loss of buildings and trees in points of F1, averaged over the sets with enough of them; empty if none has
 */
public record AccuracyLoss(
        double meanIouPoints, Map<SurfaceClass, Double> classPoints, Map<ObjectMeasure, Double> objectPoints) {
    private static final double POINTS = 100;
    private static final List<ObjectMeasure> OBJECTS = List.of(ObjectMeasure.BUILDING, ObjectMeasure.TREE);

    /** Of fewer objects one more or less moves F1 by more than a point. */
    private static final int LEAST_OBJECTS = 100;

    public AccuracyLoss {
        classPoints = Map.copyOf(classPoints);
        objectPoints = Map.copyOf(objectPoints);
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
        return new AccuracyLoss(mean(bySet), classPoints, objectPoints(exact, reduced));
    }

    private static Map<ObjectMeasure, Double> objectPoints(EvaluationReport exact, EvaluationReport reduced) {
        Map<ObjectMeasure, Double> points = new EnumMap<>(ObjectMeasure.class);
        for (ObjectMeasure measure : OBJECTS) {
            double[] losses = exact.sets().stream()
                    .filter(set -> score(exact, set, measure).reference() >= LEAST_OBJECTS)
                    .mapToDouble(set -> POINTS * (f1(exact, set, measure) - f1(reduced, set, measure)))
                    .toArray();
            Arrays.stream(losses).average().ifPresent(mean -> points.put(measure, mean));
        }
        return points;
    }

    private static double f1(EvaluationReport report, String set, ObjectMeasure measure) {
        return score(report, set, measure).f1().orElseThrow();
    }

    private static ClassScore score(EvaluationReport report, String set, ObjectMeasure measure) {
        return report.objects(set).values().stream()
                .reduce(ObjectScores.NONE, ObjectScores::plus)
                .score(measure);
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
        double worstObject = objectPoints.values().stream().max(Double::compare).orElse(0.0);
        return new PrecisionCost(arithmetic, meanIouPoints, worst, worstObject);
    }

    /** One line: the mean, then each class and each kind of object that was measured. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "mean %+.2f", meanIouPoints));
        SurfaceClass.all().stream()
                .filter(classPoints::containsKey)
                .forEach(surface -> line.append(
                        String.format(Locale.ROOT, ", %s %+.2f", surface.label(), classPoints.get(surface))));
        OBJECTS.stream()
                .filter(objectPoints::containsKey)
                .forEach(kind -> line.append(
                        String.format(Locale.ROOT, "; F1 of %s %+.2f", kind.label(), objectPoints.get(kind))));
        return line.toString();
    }
}
