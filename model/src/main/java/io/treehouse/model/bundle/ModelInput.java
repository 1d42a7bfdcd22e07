package io.treehouse.model.bundle;

import io.treehouse.model.network.NetworkSpec;
import java.util.List;

/**
 * What the network wants to see, and how scenes are cut for it.
 *
 * @param bands roles of the channels in order; the program knows {@link #RGB} only
 * @param mean value 0…255 that becomes 0
 * @param scale distance from the mean that becomes 1: the network gets {@code (value - mean) / scale}
 * @param gsdMetres ground size of a pixel
 * @param windowPixels side of a window of a large scene, a multiple of {@link NetworkSpec#SIZE_MULTIPLE}
 * @param overlapPixels pixels that neighbouring windows share, less than half a window
 */
public record ModelInput(
        List<String> bands, double mean, double scale, double gsdMetres, int windowPixels, int overlapPixels) {
    /** The channels that every bundle has so far. */
    public static final List<String> RGB = List.of("red", "green", "blue");

    private static final int MAX_WINDOW_PIXELS = 4096;

    public ModelInput {
        bands = List.copyOf(bands);
        if (!bands.equals(RGB)) {
            throw new IllegalArgumentException("Bands are " + RGB + ", not " + bands);
        }
        if (!Double.isFinite(mean) || !Double.isFinite(scale) || scale <= 0) {
            throw new IllegalArgumentException("Impossible normalisation: mean " + mean + ", scale " + scale);
        }
        if (!(gsdMetres > 0) || gsdMetres > 100) {
            throw new IllegalArgumentException("Impossible ground sampling distance " + gsdMetres);
        }
        if (windowPixels < NetworkSpec.SIZE_MULTIPLE
                || windowPixels > MAX_WINDOW_PIXELS
                || windowPixels % NetworkSpec.SIZE_MULTIPLE != 0) {
            throw new IllegalArgumentException("Impossible window of " + windowPixels + " pixels");
        }
        if (overlapPixels < 0 || overlapPixels * 2 >= windowPixels) {
            throw new IllegalArgumentException("Impossible overlap of " + overlapPixels + " pixels");
        }
    }

    /** The convention of the EfficientNet-Lite networks on a 0.5 m grid. */
    public static ModelInput standard() {
        return new ModelInput(RGB, 127, 128, 0.5, 768, 128);
    }
}
