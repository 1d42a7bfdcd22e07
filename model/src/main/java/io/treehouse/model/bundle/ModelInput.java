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
 * @param fineLooks finer grids that scenes with fine pixels are seen on too; may be empty
 */
public record ModelInput(
        List<String> bands,
        double mean,
        double scale,
        double gsdMetres,
        int windowPixels,
        int overlapPixels,
        List<FineLook> fineLooks) {
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
        fineLooks = List.copyOf(fineLooks);
        if (fineLooks.stream().anyMatch(look -> look.gsdMetres() >= gsdMetres)
                || fineLooks.stream().mapToDouble(FineLook::share).sum() >= 1) {
            throw new IllegalArgumentException(
                    "Fine looks have pixels finer than " + gsdMetres + " m and shares below 1 together: " + fineLooks);
        }
    }

    /** An input without fine looks. */
    public ModelInput(
            List<String> bands, double mean, double scale, double gsdMetres, int windowPixels, int overlapPixels) {
        this(bands, mean, scale, gsdMetres, windowPixels, overlapPixels, List.of());
    }

    /** The convention of the EfficientNet-Lite networks on a 0.5 m grid. */
    public static ModelInput standard() {
        return new ModelInput(RGB, 127, 128, 0.5, 768, 128);
    }

    /** The same input with other fine looks. */
    public ModelInput withFineLooks(List<FineLook> looks) {
        return new ModelInput(bands, mean, scale, gsdMetres, windowPixels, overlapPixels, looks);
    }

    /** The same input with windows of another size. */
    public ModelInput withWindowPixels(int pixels) {
        return new ModelInput(bands, mean, scale, gsdMetres, pixels, overlapPixels, fineLooks);
    }
}
