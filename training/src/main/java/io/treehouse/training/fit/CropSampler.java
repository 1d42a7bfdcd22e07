package io.treehouse.training.fit;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.layer.ShiftConsistency;
import io.treehouse.training.augment.Augmentation;
import io.treehouse.training.augment.Crop;
import java.util.SplittableRandom;

/**
 * Draws training crops. Crop number i of a run follows from the seed and i alone, whatever was drawn before it and on
 * whichever thread. Immutable and thread-safe.
 */
public final class CropSampler {
    private static final int OTHER = ClassSet.of(SurfaceClass.OTHER).bits();
    private static final int TRIES = 4;
    private static final double KEEP_UNINFORMATIVE = 0.2;
    private static final double INFORMATIVE_SHARE = 0.01;

    private final TileMixture tiles;
    private final CropSettings settings;
    private final Augmentation augmentation;
    private final long seed;

    /**
     * @param tiles where crops are cut from
     * @param settings size and scale of the crops
     * @param augmentation what is done to each crop
     * @param seed of the run
     */
    public CropSampler(TileMixture tiles, CropSettings settings, Augmentation augmentation, long seed) {
        this.tiles = tiles;
        this.settings = settings;
        this.augmentation = augmentation;
        this.seed = seed;
    }

    /** Crop number {@code index} of the run. */
    public Crop draw(long index) {
        if (!settings.shiftedPairs()) {
            return draw(index, settings.size());
        }
        int[] shift = ShiftConsistency.shift(index);
        return draw(index / 2, settings.size() + ShiftConsistency.LARGEST).part(shift[0], shift[1], settings.size());
    }

    private Crop draw(long index, int size) {
        // SplittableRandom mixes its seed well: neighbouring indices give unrelated crops, and so do two seeds, whose
        // streams start at places that have nothing to do with each other.
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + index);
        CropSource source = tiles.draw(random);
        Crop crop = cut(source, size, random);
        // Who labelled spots meant them: few as they are, they are not exchanged for others.
        for (int attempt = 1; attempt < TRIES && !source.hasSpots() && !isInformative(crop); attempt++) {
            if (random.nextDouble() < KEEP_UNINFORMATIVE) {
                break;
            }
            source = tiles.draw(random);
            crop = cut(source, size, random);
        }
        augmentation.apply(crop, random);
        return crop;
    }

    private Crop cut(CropSource source, int size, SplittableRandom random) {
        double scale = settings.drawGsdMetres(random) / source.tile().gsdMetres();
        return source.frame(size, scale, random).cut(source.tile());
    }

    /** Whether enough of the crop is certainly a building, water, tree or road: lawns and fields are plenty anyway. */
    private static boolean isInformative(Crop crop) {
        int certain = 0;
        for (byte bits : crop.classSets()) {
            if (Integer.bitCount(bits) == 1 && bits != OTHER) {
                certain++;
            }
        }
        return certain >= INFORMATIVE_SHARE * crop.classSets().length;
    }
}
