package io.treehouse.inference.sample;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.landcover.AreaEstimate;
import io.treehouse.inference.landcover.AreaEstimates;
import io.treehouse.inference.landcover.AreaMethod;
import io.treehouse.inference.landcover.ClassAreaEstimate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stratified estimators of Olofsson et al. (2014), Remote Sensing of Environment 148, 42–57: equation numbers are
 * theirs. Rows i are map classes with the share W of the area, columns j reference classes.
 */
final class StratifiedEstimator {
    private final List<Stratum> strata;
    private final double totalM2;
    private final double[] weights;
    private final double[] points;

    /** n_ij / n_i. */
    private final double[][] rates;

    StratifiedEstimator(LabelledSample sample) {
        strata = sample.strata();
        totalM2 = strata.stream().mapToDouble(Stratum::areaM2).sum();
        weights = strata.stream().mapToDouble(s -> s.areaM2() / totalM2).toArray();
        points = new double[weights.length];
        rates = new double[weights.length][SurfaceClass.COUNT];
        for (int i = 0; i < weights.length; i++) {
            points[i] = Arrays.stream(sample.counts()[i]).sum();
            for (int j = 0; j < SurfaceClass.COUNT; j++) {
                rates[i][j] = sample.counts()[i][j] / points[i];
            }
        }
    }

    /** Area of each class: p_.j (eq. 9) times the total, with its standard error (eq. 10, 11). */
    AreaEstimates areas() {
        return new AreaEstimates(
                AreaMethod.Name.DESIGN_BASED,
                SurfaceClass.all().stream().map(this::area).toList());
    }

    private ClassAreaEstimate area(SurfaceClass reference) {
        double areaM2 = totalM2 * share(reference.code());
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            double rate = rates[i][reference.code()];
            variance += weights[i] * weights[i] * rate * (1 - rate) / (points[i] - 1);
        }
        double counted = strata.stream()
                .filter(stratum -> stratum.mapClass() == reference)
                .mapToDouble(Stratum::areaM2)
                .sum();
        return new ClassAreaEstimate(
                List.of(reference.label()),
                counted,
                AreaEstimate.normal(areaM2, totalM2 * Math.sqrt(variance), totalM2));
    }

    /** p_.j, eq. 9. */
    private double share(int reference) {
        double share = 0;
        for (int i = 0; i < weights.length; i++) {
            share += weights[i] * rates[i][reference];
        }
        return share;
    }

    /** p_ij = W_i n_ij / n_i. (eq. 4). */
    Map<String, Map<String, Double>> proportions() {
        Map<String, Map<String, Double>> matrix = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            Map<String, Double> row = new LinkedHashMap<>();
            for (SurfaceClass reference : SurfaceClass.all()) {
                row.put(reference.label(), weights[i] * rates[i][reference.code()]);
            }
            matrix.put(strata.get(i).mapClass().label(), row);
        }
        return matrix;
    }

    /** Overall accuracy (eq. 1) and its variance (eq. 5). */
    AccuracyFigure overall() {
        double accuracy = 0;
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            accuracy += weights[i] * usersAccuracy(i);
            variance += weights[i] * weights[i] * usersVariance(i);
        }
        return AccuracyFigure.of(accuracy, variance);
    }

    /** User's accuracies (eq. 2) and their variances (eq. 6). */
    Map<String, AccuracyFigure> usersAccuracies() {
        Map<String, AccuracyFigure> figures = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            figures.put(strata.get(i).mapClass().label(), AccuracyFigure.of(usersAccuracy(i), usersVariance(i)));
        }
        return figures;
    }

    private double usersAccuracy(int stratum) {
        return rates[stratum][strata.get(stratum).mapClass().code()];
    }

    private double usersVariance(int stratum) {
        double accuracy = usersAccuracy(stratum);
        return accuracy * (1 - accuracy) / (points[stratum] - 1);
    }

    /** Producer's accuracies (eq. 3) and their variances (eq. 7). */
    Map<String, AccuracyFigure> producersAccuracies() {
        Map<String, AccuracyFigure> figures = new LinkedHashMap<>();
        for (SurfaceClass reference : SurfaceClass.all()) {
            if (share(reference.code()) > 0) {
                figures.put(reference.label(), producersAccuracy(reference));
            }
        }
        return figures;
    }

    private AccuracyFigure producersAccuracy(SurfaceClass reference) {
        double found = 0;
        for (int i = 0; i < weights.length; i++) {
            found += strata.get(i).mapClass() == reference ? weights[i] * rates[i][reference.code()] : 0;
        }
        double share = share(reference.code());
        double accuracy = found / share;
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            double rate = rates[i][reference.code()];
            double factor = strata.get(i).mapClass() == reference ? 1 - accuracy : accuracy;
            variance += weights[i] * weights[i] * factor * factor * rate * (1 - rate) / (points[i] - 1);
        }
        return AccuracyFigure.of(accuracy, variance / (share * share));
    }
}
