package io.treehouse.training.fit;

import io.treehouse.datasets.sample.LabelledTile;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A tile that crops are cut from: anywhere, or, where only spots of it are labelled, so that a labelled pixel is inside. What
 * somebody marked in a large tile would hardly ever be met otherwise. Immutable by agreement and thread-safe.
 *
 * @param tile the tile
 * @param spots its labelled pixels, row by row, if they are few; none for a tile that is labelled as a whole
 */
record CropSource(LabelledTile tile, int[] spots) {
    /** Share of labelled pixels below which they are spots. */
    private static final double FEW = 0.02;

    static CropSource of(LabelledTile tile) {
        boolean few = labelled(tile).count() < FEW * tile.classSets().length;
        return new CropSource(tile, few ? labelled(tile).toArray() : new int[0]);
    }

    private static IntStream labelled(LabelledTile tile) {
        byte[] labels = tile.classSets();
        return IntStream.range(0, labels.length).filter(pixel -> labels[pixel] != 0);
    }

    boolean hasSpots() {
        return spots.length > 0;
    }

    /**
     * A place to cut a crop.
     *
     * @param size height and width of the crop in pixels
     * @param scale size of a crop's pixel in pixels of the tile
     */
    CropFrame frame(int size, double scale, SplittableRandom random) {
        double span = size * scale;
        if (!hasSpots()) {
            double left = random.nextDouble() * (tile.width() - span);
            double top = random.nextDouble() * (tile.height() - span);
            return new CropFrame(size, left, top, scale, random.nextInt(8));
        }
        int spot = spots[random.nextInt(spots.length)];
        double left = around(spot % tile.width(), tile.width(), span, random);
        double top = around(spot / tile.width(), tile.height(), span, random);
        return new CropFrame(size, left, top, scale, random.nextInt(8));
    }

    /** Where a stretch begins that a pixel lies in: within the axis, or around all of it. */
    private static double around(int pixel, int length, double span, SplittableRandom random) {
        double begin = pixel + 0.5 - random.nextDouble() * span;
        double room = length - span;
        return Math.max(Math.min(0, room), Math.min(Math.max(0, room), begin));
    }
}
