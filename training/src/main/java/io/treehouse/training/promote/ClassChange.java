package io.treehouse.training.promote;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.ClassScore;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.LabelConfusion;
import io.treehouse.training.evaluate.PlaceBootstrap;
import io.treehouse.training.evaluate.PlaceBootstrap.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one class fares with the candidate, over the places of all data sets that hold it together: each place counts with its
 * pixels.
 *
 * @param places places that hold the class
 * @param before intersection over union of the promoted version, 0…1
 * @param after that of the candidate
 * @param interval 95 % interval of after − before by a paired bootstrap over places; empty with fewer than two
 */
public record ClassChange(
        SurfaceClass surfaceClass, int places, double before, double after, Optional<Interval> interval) {

    /** How much better the candidate is. */
    public double difference() {
        return after - before;
    }

    /** The classes that the labels of two evaluations of the same places hold. */
    static List<ClassChange> of(EvaluationReport before, EvaluationReport after) {
        return SurfaceClass.all().stream().flatMap(c -> of(c, before, after)).toList();
    }

    private static Stream<ClassChange> of(SurfaceClass c, EvaluationReport before, EvaluationReport after) {
        List<ClassScore> first = scores(c, before);
        List<ClassScore> second = scores(c, after);
        int places = (int) second.stream().filter(ClassScore::hasReference).count();
        return places == 0
                ? Stream.empty()
                : Stream.of(new ClassChange(
                        c,
                        places,
                        iou(first),
                        iou(second),
                        PlaceBootstrap.difference(first, second, ClassScore::intersectionOverUnion)));
    }

    /** In the places of the data sets that hold the class: others say nothing about it, and would only dilute resamples. */
    private static List<ClassScore> scores(SurfaceClass c, EvaluationReport report) {
        return report.sets().stream()
                .filter(set -> report.total(set).score(c).hasReference())
                .flatMap(set -> report.places(set).values().stream())
                .map((LabelConfusion place) -> place.score(c))
                .toList();
    }

    private static double iou(List<ClassScore> scores) {
        return scores.stream()
                .reduce(ClassScore.NONE, ClassScore::plus)
                .intersectionOverUnion()
                .orElseThrow();
    }
}
