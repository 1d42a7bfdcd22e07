package io.treehouse.inference.objects;

/**
 * How canopy is split into crowns. Tuned on validation places, see {@code docs/objects.md}.
 *
 * @param smoothingMetres standard deviation of the Gaussian that smooths the surface, greater than 0
 * @param spacingMetres smallest distance between two crowns' peaks, greater than 0
 * @param reachMetres distance from the canopy's border beyond which the surface does not rise further, greater than 0
 * @param probabilityMetres rise of the surface, in metres, from probability 0 to 1, at least 0
 * @param radiusMetres largest distance of a crown's border from its peak, greater than 0
 * @param positionMetres distance from the peak within which pixels tell where the tree stands, greater than 0
 * @param leastPeak probability that a crown's most certain pixel must reach, 0…1
 */
public record CrownSettings(
        double smoothingMetres,
        double spacingMetres,
        double reachMetres,
        double probabilityMetres,
        double radiusMetres,
        double positionMetres,
        double leastPeak) {
    /** The settings of the product. */
    public static final CrownSettings DEFAULT = new CrownSettings(0.5, 2.5, 2, 12, 12, 8, 0.75);

    public CrownSettings {
        if (!(Math.min(Math.min(smoothingMetres, spacingMetres), Math.min(reachMetres, radiusMetres)) > 0)
                || !(positionMetres > 0)
                || !(probabilityMetres >= 0)) {
            throw new IllegalArgumentException("The distances that crowns are split by are positive");
        }
        if (!(leastPeak >= 0 && leastPeak <= 1)) {
            throw new IllegalArgumentException("A probability is 0 to 1, not " + leastPeak);
        }
    }

    /** Distance in metres beyond which a pixel has no influence on whether another is a peak, or is of a peak's crown. */
    double influenceMetres() {
        return reachMetres + GaussianBlur.TRUNCATION * smoothingMetres + spacingMetres + radiusMetres;
    }
}
