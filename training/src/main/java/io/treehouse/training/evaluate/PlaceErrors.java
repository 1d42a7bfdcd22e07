package io.treehouse.training.evaluate;

import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ErrorMatrix;
import java.util.List;
import java.util.Locale;

/** What an evaluation counted at each place, in the form that a model bundle keeps. */
final class PlaceErrors {
    private PlaceErrors() {}

    /** The error matrices of all places with labelled pixels, data set by data set. */
    static List<ErrorMatrix> of(EvaluationReport report, Split.Part part) {
        return report.sets().stream()
                .flatMap(set -> report.places(set).entrySet().stream()
                        .filter(place -> place.getValue().pixels() > 0)
                        .map(place -> matrix(set, place.getKey(), part, place.getValue())))
                .toList();
    }

    private static ErrorMatrix matrix(String set, String place, Split.Part part, LabelConfusion counts) {
        return new ErrorMatrix(
                set,
                place,
                part.name().toLowerCase(Locale.ROOT),
                counts.labels().stream().map(label -> row(label, counts)).toList());
    }

    private static ErrorMatrix.Row row(ClassSet label, LabelConfusion counts) {
        return new ErrorMatrix.Row(
                label,
                SurfaceClass.all().stream()
                        .map(predicted -> counts.count(label, predicted))
                        .toList());
    }
}
