package io.treehouse.training.evaluate;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.PlaceBootstrap.Interval;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Two models on the same places.
 *
 * @param first the model compared with
 * @param second the model in question
 * @param rows their intersections over union by data set and class
 */
public record ModelComparison(String first, String second, List<Row> rows) {
    public ModelComparison {
        rows = List.copyOf(rows);
    }

    /**
     * One class of one data set.
     *
     * @param first intersection over union of the first model
     * @param second that of the second
     * @param interval 95 % interval of second − first by a paired bootstrap over places; empty with fewer than two
     */
    public record Row(String set, SurfaceClass surfaceClass, double first, double second, Optional<Interval> interval) {
        /** How much better the second model is. */
        public double difference() {
            return second - first;
        }
    }

    /** Compares two evaluations of the same places. */
    public static ModelComparison of(EvaluationReport first, EvaluationReport second) {
        return new ModelComparison(
                first.model(),
                second.model(),
                second.sets().stream().flatMap(set -> rows(set, first, second)).toList());
    }

    private static Stream<Row> rows(String set, EvaluationReport first, EvaluationReport second) {
        SortedMap<String, LabelConfusion> firstPlaces = first.places(set);
        SortedMap<String, LabelConfusion> secondPlaces = second.places(set);
        if (!firstPlaces.keySet().equals(secondPlaces.keySet())) {
            throw new IllegalArgumentException("The models were not scored on the same places of " + set);
        }
        return SurfaceClass.all().stream()
                .filter(c -> second.total(set).score(c).hasReference())
                .map(c -> new Row(
                        set,
                        c,
                        first.total(set).score(c).intersectionOverUnion().orElseThrow(),
                        second.total(set).score(c).intersectionOverUnion().orElseThrow(),
                        PlaceBootstrap.difference(
                                scores(firstPlaces, c), scores(secondPlaces, c), ClassScore::intersectionOverUnion)));
    }

    private static List<ClassScore> scores(SortedMap<String, LabelConfusion> places, SurfaceClass surfaceClass) {
        return places.values().stream().map(place -> place.score(surfaceClass)).toList();
    }
}
