package io.treehouse.training.evaluate.objects;

import io.treehouse.training.evaluate.ClassScore;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Numbers of objects that were found, found falsely and missed. Merged by adding. Immutable.
 *
 * @param byMeasure the score of each measure that the labels allow
 */
public record ObjectScores(Map<ObjectMeasure, ClassScore> byMeasure) {
    /** No object. */
    public static final ObjectScores NONE = new ObjectScores(Map.of());

    public ObjectScores {
        Map<ObjectMeasure, ClassScore> sorted = new EnumMap<>(ObjectMeasure.class);
        sorted.putAll(byMeasure);
        byMeasure = Collections.unmodifiableMap(sorted);
    }

    /** The score of a measure. */
    public ClassScore score(ObjectMeasure measure) {
        return byMeasure.getOrDefault(measure, ClassScore.NONE);
    }

    /** The objects of both. */
    public ObjectScores plus(ObjectScores other) {
        Map<ObjectMeasure, ClassScore> sum = new EnumMap<>(ObjectMeasure.class);
        sum.putAll(byMeasure);
        other.byMeasure.forEach((measure, score) -> sum.merge(measure, score, ClassScore::plus));
        return new ObjectScores(sum);
    }
}
