package io.treehouse.training.evaluate.objects;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.TreePosition;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A picture of pixels of one metre whose label and class map are painted with rectangles. */
final class DrawnObjects {
    private static final int SIZE = 40;

    private final byte[] labels = new byte[SIZE * SIZE];
    private final byte[] classes = new byte[SIZE * SIZE];

    private final float[] confidence = new float[SIZE * SIZE];

    DrawnObjects() {
        Arrays.fill(confidence, 0.9f);
        Arrays.fill(labels, bits(SurfaceClass.OTHER));
    }

    private static byte bits(SurfaceClass... allowed) {
        return (byte) ClassSet.of(allowed).bits();
    }

    DrawnObjects label(int x, int y, int width, int height, SurfaceClass... allowed) {
        return paint(labels, x, y, width, height, bits(allowed));
    }

    DrawnObjects predict(int x, int y, int width, int height, SurfaceClass predicted) {
        return paint(classes, x, y, width, height, (byte) predicted.code());
    }

    /** Pixels that the network is not sure of. */
    DrawnObjects doubt(int x, int y, int width, int height) {
        for (int row = y; row < y + height; row++) {
            Arrays.fill(confidence, row * SIZE + x, row * SIZE + x + width, 0.5f);
        }
        return this;
    }

    private DrawnObjects paint(byte[] values, int x, int y, int width, int height, byte value) {
        for (int row = y; row < y + height; row++) {
            Arrays.fill(values, row * SIZE + x, row * SIZE + x + width, value);
        }
        return this;
    }

    ObjectScores scores() {
        return scores(Optional.empty());
    }

    ObjectScores scores(List<TreePosition> trees) {
        return scores(Optional.of(trees));
    }

    private ObjectScores scores(Optional<List<TreePosition>> trees) {
        LabelledTile tile =
                new LabelledTile("set", "picture", "place", SIZE, SIZE, new byte[3 * SIZE * SIZE], labels, 1);
        return ObjectScoring.of(tile, trees, classes, confidence);
    }
}
