package io.treehouse.inference.landcover;

/**
 * What one surface class covers of a scene. Unknown figures are null, never 0.
 *
 * @param pixels pixels of the class, 0 or more
 * @param fraction share of the valid pixels, 0…1; null if no pixel is valid
 * @param areaM2 area on the ground in square metres; null if the size of a pixel is unknown
 * @param meanConfidence mean probability of the class where it was chosen, 0…1; null if it was chosen nowhere
 */
public record ClassCover(long pixels, Double fraction, Double areaM2, Double meanConfidence) {
    public ClassCover {
        Extent.checkArea(areaM2, pixels);
        checkShare("fraction", fraction);
        checkShare("mean confidence", meanConfidence);
        if (pixels < 0 || (meanConfidence == null) != (pixels == 0)) {
            throw new IllegalArgumentException(
                    "A class with " + pixels + " pixels cannot have the mean confidence " + meanConfidence);
        }
    }

    private static void checkShare(String name, Double share) {
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A " + name + " lies within 0…1, not " + share);
        }
    }
}
