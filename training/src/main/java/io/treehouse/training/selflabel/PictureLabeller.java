package io.treehouse.training.selflabel;

import io.treehouse.datasets.sample.InspectedTile;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.training.evaluate.ClassMapSource;

/**
 * Narrows the labels of one picture at a time.
 *
 * @param maps tells probabilities; has to be thread-safe if this is used by several threads
 * @param rule which labels are narrowed
 */
record PictureLabeller(ClassMapSource maps, NarrowingRule rule) {
    /**
     * What became of a picture.
     *
     * @param mask {@code [height, width]} bits of narrowed sets, 0 where the label stays
     * @param certainPixels pixels with one class
     * @param sets what became of labels of several classes
     * @param unlabelled what became of pixels without label
     */
    record Labelled(byte[] mask, long certainPixels, Narrowed sets, Narrowed unlabelled) {}

    Labelled label(InspectedTile inspected) throws InterruptedException {
        LabelledTile tile = inspected.tile();
        byte[] mask = new byte[tile.classSets().length];
        if (asksAnything(inspected)) {
            maps.classify(tile, (x, y, probabilities) -> {
                int pixel = y * tile.width() + x;
                if (asks(inspected, pixel)) {
                    mask[pixel] = (byte) rule.narrow(tile.classSets()[pixel], probabilities);
                }
            });
        }
        return counted(tile.classSets(), mask);
    }

    private boolean asksAnything(InspectedTile inspected) {
        int pixel = 0;
        while (pixel < inspected.valid().length && !asks(inspected, pixel)) {
            pixel++;
        }
        return pixel < inspected.valid().length;
    }

    /** Pixels without imagery have no label, and get none. */
    private boolean asks(InspectedTile inspected, int pixel) {
        return inspected.valid()[pixel] && rule.asks(inspected.tile().classSets()[pixel]);
    }

    private static Labelled counted(byte[] labels, byte[] mask) {
        long certain = 0;
        long[] sets = new long[ClassSet.BY_MODEL];
        long[] unlabelled = new long[ClassSet.BY_MODEL];
        for (int pixel = 0; pixel < labels.length; pixel++) {
            if (NarrowingRule.saysNothing(labels[pixel])) {
                unlabelled[mask[pixel]]++;
            } else if (new ClassSet(labels[pixel]).isCertain()) {
                certain++;
            } else {
                sets[mask[pixel]]++;
            }
        }
        return new Labelled(mask, certain, Narrowed.of(sets), Narrowed.of(unlabelled));
    }
}
