package io.treehouse.training.evaluate;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well the boundaries of each class were found (Boundary IoU, Cheng et al. 2021): the score of the pixels of the class
 * that lie within 2 m of one that is not of it. Pixels count whose label settles whether they are of the class. The edge of
 * a picture is no boundary, nor is a border to unlabelled ground. Merged by adding. Immutable.
 *
 * @param byClass a score for each class by its code
 */
public record BoundaryScores(List<ClassScore> byClass) {
    /** Width of the band along a boundary, on the class's own side. */
    public static final double BAND_METRES = 2;

    /** No picture. */
    public static final BoundaryScores NONE =
            new BoundaryScores(Collections.nCopies(SurfaceClass.COUNT, ClassScore.NONE));

    public BoundaryScores {
        byClass = List.copyOf(byClass);
        if (byClass.size() != SurfaceClass.COUNT) {
            throw new IllegalArgumentException("There are " + SurfaceClass.COUNT + " classes");
        }
    }

    /** The score of a class's boundary pixels. */
    public ClassScore score(SurfaceClass surfaceClass) {
        return byClass.get(surfaceClass.code());
    }

    /** The pixels of both. */
    public BoundaryScores plus(BoundaryScores other) {
        return new BoundaryScores(IntStream.range(0, SurfaceClass.COUNT)
                .mapToObj(c -> byClass.get(c).plus(other.byClass.get(c)))
                .toList());
    }

    /** Scores a class map of codes 0…4, 255 where there is no answer. */
    static BoundaryScores of(LabelledTile tile, byte[] classes) {
        return new BoundaryScores(
                SurfaceClass.all().stream().map(c -> score(tile, classes, c)).toList());
    }

    private static ClassScore score(LabelledTile tile, byte[] classes, SurfaceClass surfaceClass) {
        int pixels = classes.length;
        boolean[] labelled = new boolean[pixels];
        boolean[] labelledOther = new boolean[pixels];
        boolean[] predicted = new boolean[pixels];
        boolean[] predictedOther = new boolean[pixels];
        for (int i = 0; i < pixels; i++) {
            ClassSet label = new ClassSet(tile.classSets()[i]);
            boolean answered = (classes[i] & 255) < SurfaceClass.COUNT;
            labelled[i] = answered && label.isCertain() && label.contains(surfaceClass);
            labelledOther[i] = answered && !label.isIgnore() && !label.contains(surfaceClass);
            predicted[i] = classes[i] == surfaceClass.code();
            predictedOther[i] = (labelled[i] || labelledOther[i]) && !predicted[i];
        }
        int radius = (int) Math.max(1, Math.round(BAND_METRES / tile.gsdMetres()));
        boolean[] labelledBand = Neighbourhood.within(labelledOther, tile.width(), radius);
        boolean[] predictedBand = Neighbourhood.within(predictedOther, tile.width(), radius);
        long hits = 0;
        long falseAlarms = 0;
        long misses = 0;
        for (int i = 0; i < pixels; i++) {
            boolean inLabel = labelled[i] && labelledBand[i];
            boolean inPrediction = (labelled[i] || labelledOther[i]) && predicted[i] && predictedBand[i];
            hits += inLabel && inPrediction ? 1 : 0;
            falseAlarms += inPrediction && !inLabel ? 1 : 0;
            misses += inLabel && !inPrediction ? 1 : 0;
        }
        return new ClassScore(hits, falseAlarms, misses);
    }
}
