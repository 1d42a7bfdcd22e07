package io.treehouse.datasets.sheet;

import io.treehouse.datasets.scheme.ClassSet;
import java.awt.Color;
import java.util.HashMap;
import java.util.Map;

/**
 * Colours of label sets. A single class has its own colour, a set of several the next one of a palette, and where nothing
 * is known the picture shows through stripes. Not thread-safe.
 */
final class SetColours {
    /** Told apart from each other and from the colours of the classes. */
    private static final int[] PALETTE = {0xF0E442, 0xCC79A7, 0x56D4E9, 0x7B2FBE, 0xA6E22E, 0xE6194B, 0x00E5A8, 0x4B2E0F
    };

    private static final float OPACITY = 0.5f;
    private static final int STRIPE_DISTANCE = 6;

    /** Sum of the three channels below which a pixel is dark. */
    private static final int DARK = 3 * 0x28;

    private final Map<ClassSet, Integer> palette = new HashMap<>();

    /** Colour {@code 0xRRGGBB} of a set that is not empty. */
    int rgb(ClassSet set) {
        return set.isCertain()
                ? set.classes().get(0).rgb()
                : palette.computeIfAbsent(set, next -> inPalette(palette.size()));
    }

    private static int inPalette(int index) {
        Color colour = new Color(PALETTE[index % PALETTE.length]);
        // Darker from round to round: more sets than colours are not expected in one legend.
        for (int round = 0; round < index / PALETTE.length; round++) {
            colour = colour.darker();
        }
        return colour.getRGB() & 0xFFFFFF;
    }

    /**
     * The colour of a label laid over a pixel.
     *
     * @param rgb colour of the pixel
     * @param set what the label allows
     * @param x column on the sheet, which the stripes follow
     * @param y row on the sheet
     */
    int over(int rgb, ClassSet set, int x, int y) {
        if (!set.isIgnore()) {
            return mix(rgb, rgb(set), OPACITY);
        }
        return (x + y) % STRIPE_DISTANCE == 0 ? stripeOn(rgb) : rgb;
    }

    /** Black, or light grey on dark ground. */
    private static int stripeOn(int rgb) {
        int sum = (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
        return sum < DARK ? 0xB0B0B0 : 0;
    }

    private static int mix(int under, int over, float opacity) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int below = under >> shift & 255;
            int above = over >> shift & 255;
            mixed |= Math.round(above * opacity + below * (1 - opacity)) << shift;
        }
        return mixed;
    }
}
