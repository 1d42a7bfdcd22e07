package io.treehouse.inference.compare;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.carbon.TreeMethod;
import io.treehouse.inference.carbon.estimate.CoefficientsUsed;
import io.treehouse.inference.carbon.estimate.ResultProvenance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two states of one place; its components are the members of the published JSON. Immutable.
 *
 * @param comparedM2 ground that is valid in both states
 * @param onlyOnceM2 ground that is valid in one of them alone, and not compared
 * @param crs CRS of the grid that was compared on, that of the first map; null without georeferencing
 * @param gsdMetres size of its pixels on the ground
 * @param classes every class in both states
 * @param matrix every pair of classes before and after, in the order of their codes
 * @param intervalMethod where the intervals of the matrix come from: {@code change_sample}, {@code model_errors}, {@code
 *     class_errors}, or {@code none}
 * @param errorModel name and version of the model whose error matrices corrected the matrix; null unless {@code
 *     model_errors}
 * @param objects what became of the objects, by their published names
 * @param carbon sinks and emissions
 * @param coefficientSet the coefficients
 * @param treeMethod which estimate of the trees' uptake counts
 * @param draws draws of the Monte Carlo
 * @param seed its seed
 * @param errorCorrelation correlation of a class's errors at the two states
 * @param objectOverlap share of its pixels by which an object is there in the other state
 * @param before where the first state comes from, as its result or else its class map says; null if neither says anything
 * @param after where the second state comes from; null too for plans without a result
 * @param plan whether the second state is a plan
 * @param programVersion version of the program that compared
 * @param warnings what to know before using the figures, in words
 */
public record Comparison(
        double comparedM2,
        double onlyOnceM2,
        String crs,
        double gsdMetres,
        @Known List<ClassChange> classes,
        @Known List<ChangeCell> matrix,

        @Known({"change_sample", "model_errors", "class_errors", "none"})
        String intervalMethod,

        String errorModel,
        @Known Map<String, ObjectChange> objects,
        @Known CarbonDifference carbon,
        @Known CoefficientsUsed coefficientSet,
        @Known TreeMethod treeMethod,
        int draws,
        long seed,
        double errorCorrelation,
        double objectOverlap,
        ResultProvenance before,
        ResultProvenance after,
        boolean plan,
        @Known String programVersion,
        @Known List<String> warnings) {
    public Comparison {
        classes = List.copyOf(classes);
        matrix = List.copyOf(matrix);
        objects = Collections.unmodifiableMap(new LinkedHashMap<>(objects));
        warnings = List.copyOf(warnings);
    }
}
