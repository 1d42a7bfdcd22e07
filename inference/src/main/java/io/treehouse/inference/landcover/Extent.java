package io.treehouse.inference.landcover;

/**
 * A number of pixels and their ground.
 *
 * @param pixels pixels, 0 or more
 * @param areaM2 their area on the ground in square metres; null if the size of a pixel is unknown
 */
public record Extent(long pixels, Double areaM2) {
    public Extent {
        if (pixels < 0) {
            throw new IllegalArgumentException("A number of pixels cannot be " + pixels);
        }
        checkArea(areaM2, pixels);
    }

    static void checkArea(Double areaM2, long pixels) {
        if (areaM2 != null && (!Double.isFinite(areaM2) || areaM2 < 0 || (areaM2 == 0) != (pixels == 0))) {
            throw new IllegalArgumentException("The area of " + pixels + " pixels cannot be " + areaM2 + " m²");
        }
    }
}
