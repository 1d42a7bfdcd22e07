package io.treehouse.training.fit;

import java.util.SplittableRandom;

/**
 * Size and scale of training crops.
 *
 * @param size height and width in pixels, a multiple of 32
 * @param gsdMetres ground sampling distance of the model
 * @param scaleJitterShare share of the crops at another ground sampling distance, 0…1
 * @param scaleJitterLow lower bound of the natural logarithm of the change
 * @param scaleJitterHigh upper bound of the natural logarithm of the change
 * @param shiftedPairs whether two crops after one another show one place, the second shifted by some pixels
 */
public record CropSettings(
        int size,
        double gsdMetres,
        double scaleJitterShare,
        double scaleJitterLow,
        double scaleJitterHigh,
        boolean shiftedPairs) {
    public CropSettings {
        if (size < 32 || size % 32 != 0) {
            throw new IllegalArgumentException("The size of a crop is a multiple of 32, not " + size);
        }
        if (!(gsdMetres > 0) || scaleJitterShare < 0 || scaleJitterShare > 1 || scaleJitterLow > scaleJitterHigh) {
            throw new IllegalArgumentException("Impossible scale of the crops");
        }
    }

    double drawGsdMetres(SplittableRandom random) {
        if (random.nextDouble() >= scaleJitterShare || scaleJitterLow == scaleJitterHigh) {
            return gsdMetres;
        }
        return gsdMetres * Math.exp(random.nextDouble(scaleJitterLow, scaleJitterHigh));
    }
}
