package io.treehouse.server.models;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ErrorMatrix;
import io.treehouse.training.evaluate.ClassScore;
import io.treehouse.training.evaluate.LabelConfusion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How accurate a version is on one data set, from the counts of pixels that its bundle keeps. Immutable.
 *
 * @param dataset the data set
 * @param split what its places serve for: the training was chosen by {@code validation} places, so that
 *     others can do worse
 * @param places names of the places
 * @param classes figures by published name of a class; classes that the labels hardly hold or do not settle are left out
 */
public record KeptAccuracy(String dataset, String split, List<String> places, Map<String, Figures> classes) {
    /**
     * Figures of a class over all places of the data set, 0…1.
     *
     * @param intersectionOverUnion shared pixels by those that are in the map or the label
     * @param precision share of the mapped pixels that are of the class; null if none is mapped so
     * @param recall share of the class's pixels that are mapped so
     * @param referencePixels pixels whose label is the class
     */
    public record Figures(double intersectionOverUnion, Double precision, double recall, long referencePixels) {
        static Figures of(ClassScore score) {
            return new Figures(
                    score.intersectionOverUnion().orElseThrow(),
                    score.truePositive() + score.falsePositive() == 0
                            ? null
                            : score.precision().orElseThrow(),
                    score.recall().orElseThrow(),
                    score.reference());
        }
    }

    /** What a data set's places serve for belongs to its name: both together have figures of their own. */
    private record Part(String dataset, String split) {}

    /** The figures of all data sets, in the order of the bundle; none if it keeps no counts. */
    static List<KeptAccuracy> of(List<ErrorMatrix> errors) {
        Map<Part, List<ErrorMatrix>> parts = errors.stream()
                .collect(Collectors.groupingBy(
                        error -> new Part(error.dataset(), error.split()), LinkedHashMap::new, Collectors.toList()));
        List<KeptAccuracy> kept = new ArrayList<>();
        parts.forEach((part, ofPart) -> kept.add(of(part, ofPart)));
        return kept;
    }

    private static KeptAccuracy of(Part part, List<ErrorMatrix> places) {
        LabelConfusion counts = new LabelConfusion();
        places.forEach(counts::merge);
        Map<String, Figures> classes = new LinkedHashMap<>();
        for (SurfaceClass surface : SurfaceClass.all()) {
            if (counts.tellsOf(surface)) {
                classes.put(surface.label(), Figures.of(counts.score(surface)));
            }
        }
        return new KeptAccuracy(
                part.dataset(),
                part.split(),
                places.stream().map(ErrorMatrix::place).toList(),
                classes);
    }
}
