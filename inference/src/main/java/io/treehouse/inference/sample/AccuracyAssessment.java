package io.treehouse.inference.sample;

import io.treehouse.inference.landcover.AreaEstimates;
import io.treehouse.inference.landcover.AreaMethod;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a labelled sample says of the map that it was drawn from (Olofsson et al. 2014). Immutable.
 *
 * @param method the method in words
 * @param areaEstimates area of each class
 * @param proportions share of the mapped area by map class, then by reference class, both by their published names
 * @param overall share of the area that is mapped right
 * @param usersAccuracy by map class: share of it that is right
 * @param producersAccuracy by reference class: share of it that is found; without classes that do not occur
 * @param unlabelledPoints points without label, which were left out
 * @param source the file of the sample; null unless it is from one
 */
public record AccuracyAssessment(
        AreaMethod method,
        AreaEstimates areaEstimates,
        Map<String, Map<String, Double>> proportions,
        AccuracyFigure overall,
        Map<String, AccuracyFigure> usersAccuracy,
        Map<String, AccuracyFigure> producersAccuracy,
        int unlabelledPoints,
        Source source) {
    /**
     * The file that a sample was read from. Who drew it from which map stands in the file itself.
     *
     * @param file its name
     * @param sha256 SHA-256 of the file, in lower-case hexadecimal
     * @param programVersion version of the program that estimated
     */
    public record Source(String file, String sha256, String programVersion) {}

    public AccuracyAssessment {
        proportions = Collections.unmodifiableMap(new LinkedHashMap<>(proportions));
        usersAccuracy = Collections.unmodifiableMap(new LinkedHashMap<>(usersAccuracy));
        producersAccuracy = Collections.unmodifiableMap(new LinkedHashMap<>(producersAccuracy));
    }

    /** Estimates from a sample. */
    public static AccuracyAssessment of(LabelledSample sample) {
        StratifiedEstimator estimator = new StratifiedEstimator(sample);
        return new AccuracyAssessment(
                new AreaMethod(
                        AreaMethod.Name.DESIGN_BASED,
                        "Design-based, method (a): stratified estimator from a reference sample of the mapped area"
                                + " (Olofsson et al. 2014, equations 4 to 11)",
                        "sample point",
                        sample.points(),
                        false,
                        List.of(
                                "The points were drawn at random from each class of this very map",
                                "Labels are right; points without label are like the others of their class")),
                estimator.areas(),
                estimator.proportions(),
                estimator.overall(),
                estimator.usersAccuracies(),
                estimator.producersAccuracies(),
                sample.unlabelled(),
                null);
    }

    /** The same, with the file that the sample is from. */
    public AccuracyAssessment from(Source file) {
        return new AccuracyAssessment(
                method, areaEstimates, proportions, overall, usersAccuracy, producersAccuracy, unlabelledPoints, file);
    }
}
