package io.treehouse.training.evaluate;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.objects.ObjectMeasure;
import io.treehouse.training.evaluate.objects.ObjectScores;
import java.util.Map;

/** Scored pictures with the counts that a test asks for. */
public final class CountedTiles {
    private CountedTiles() {}

    /** Gives a report's sample of a data set so many pixels of one class with the same probabilities. */
    public static void offer(
            EvaluationReport report, String set, SurfaceClass labelled, int pixels, float... probabilities) {
        for (int i = 0; i < pixels; i++) {
            report.sample(set).offer(ClassSet.of(labelled).bits(), probabilities);
        }
    }

    /** A picture with objects of one kind and no pixels that are labelled. */
    public static TileScore ofObjects(String set, ObjectMeasure kind, int found, int falseAlarms, int missed) {
        ObjectScores objects = new ObjectScores(Map.of(kind, new ClassScore(found, falseAlarms, missed)));
        return new TileScore(set, "town", "town 1", 0.5, new LabelConfusion(), BoundaryScores.NONE, objects);
    }

    /** A picture with pixels of one class, some of them found and the others taken for another class. */
    public static TileScore of(
            String set, String place, SurfaceClass labelled, int found, SurfaceClass taken, int missed) {
        LabelConfusion confusion = new LabelConfusion();
        for (int i = 0; i < found + missed; i++) {
            confusion.add(ClassSet.of(labelled).bits(), (i < found ? labelled : taken).code());
        }
        return new TileScore(set, place, place + " 1", 0.5, confusion, BoundaryScores.NONE, ObjectScores.NONE);
    }
}
