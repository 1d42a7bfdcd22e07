package io.treehouse.model.layer;

import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * Label smoothing where labels are least to be trusted: drawn outlines lie a pixel or three beside the objects, so a pixel
 * near the border of two labels may as well be of the other one. There the loss over the label's set is mixed with the loss
 * over all classes that labels nearby allow. Smoothing towards all five classes everywhere (Szegedy et al. 2016, section 7)
 * would also teach that the middle of a lake may be a roof, and means nothing for labels that are sets. Immutable and
 * thread-safe.
 *
 * @param share of the second loss, 0…1; 0 for labels at their word
 * @param pixels how far from a pixel labels count as nearby, along rows and columns
 */
public record BorderSmoothing(double share, int pixels) {
    /** Labels at their word. */
    public static final BorderSmoothing NONE = new BorderSmoothing(0, 1);

    private static final int ALL_CLASSES = (1 << SurfaceClass.COUNT) - 1;

    public BorderSmoothing {
        if (!(share >= 0 && share <= 1) || pixels < 1) {
            throw new IllegalArgumentException(
                    "Labels near borders are smoothed by 0 to 1 within 1 pixel or more, not by %s within %d"
                            .formatted(share, pixels));
        }
    }

    /** Whether labels are smoothed at all. */
    boolean isOn() {
        return share > 0;
    }

    /**
     * The classes that labels near each pixel allow, its own among them; labels that say nothing do not count.
     *
     * @param labels {@code [images, size, size]} bits of the allowed classes
     * @param size height and width of an image
     * @param nearby receives the bits, of the same form
     */
    void nearby(byte[] labels, int size, byte[] nearby) {
        byte[] alongRows = new byte[labels.length];
        for (int line = 0; line < labels.length; line += size) {
            spread(labels, line, 1, size, alongRows);
        }
        for (int image = 0; image < labels.length; image += size * size) {
            for (int column = 0; column < size; column++) {
                spread(alongRows, image + column, size, size, nearby);
            }
        }
    }

    /** Joins what a line of pixels allows with its neighbours along the line. */
    private void spread(byte[] from, int first, int step, int length, byte[] to) {
        for (int i = 0; i < length; i++) {
            int joined = 0;
            for (int j = Math.max(0, i - pixels); j <= Math.min(length - 1, i + pixels); j++) {
                int bits = from[first + j * step] & ALL_CLASSES;
                joined |= bits == ALL_CLASSES ? 0 : bits;
            }
            to[first + i * step] = (byte) joined;
        }
    }
}
