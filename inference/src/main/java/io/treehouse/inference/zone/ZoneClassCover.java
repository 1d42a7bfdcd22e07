package io.treehouse.inference.zone;

/**
 * What one surface class covers of a zone; pixels on the zone's border count with the share that lies inside. Unknown
 * figures are null, never 0.
 *
 * @param pixels pixels of the class, 0 or more, not whole
 * @param fraction share of the zone's valid pixels, 0…1; null if it has none. That of {@code tree_canopy} is the canopy
 *     cover
 * @param areaM2 area on the ground in square metres; null if the size of a pixel is unknown
 * @param meanConfidence mean probability of the class where it was chosen, 0…1; null if it was chosen nowhere
 */
public record ZoneClassCover(double pixels, Double fraction, Double areaM2, Double meanConfidence) {
    public ZoneClassCover {
        if (!(pixels >= 0) || areaM2 != null && !(areaM2 >= 0)) {
            throw new IllegalArgumentException("No class has " + pixels + " pixels of " + areaM2 + " m²");
        }
        checkShare("fraction", fraction);
        checkShare("mean confidence", meanConfidence);
    }

    private static void checkShare(String name, Double share) {
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A " + name + " lies within 0…1, not " + share);
        }
    }
}
