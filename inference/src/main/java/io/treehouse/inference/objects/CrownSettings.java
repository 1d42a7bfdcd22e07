package io.treehouse.inference.objects;

/**
 * How canopy is split into crowns. Tuned on validation places, see {@code docs/objects.md}.
 *
 * @param smoothingMetres standard deviation of the Gaussian that smooths the surface, greater than 0
 * @param spacingMetres smallest distance between two crowns' peaks, greater than 0
 * @param reachMetres distance from the canopy's border beyond which the surface does not rise further, greater than 0
 * @param probabilityMetres rise of the surface, in metres, from probability 0 to 1, at least 0
 * @param radiusMetres largest distance of a crown's border from its peak, greater than 0
 */
public record CrownSettings(
        double smoothingMetres,
        double spacingMetres,
        double reachMetres,
        double probabilityMetres,
        double radiusMetres) {
    /** The settings of the product. */
    public static final CrownSettings DEFAULT = new CrownSettings(0.3, 2.5, 3, 12, 12);

    public CrownSettings {
        if (!(Math.min(Math.min(smoothingMetres, spacingMetres), Math.min(reachMetres, radiusMetres)) > 0)
                || !(probabilityMetres >= 0)) {
            throw new IllegalArgumentException("The distances that crowns are split by are positive");
        }
    }

    /** Distance in metres beyond which a pixel has no influence on whether another is a peak, or is of a peak's crown. */
    double influenceMetres() {
        return reachMetres + GaussianBlur.TRUNCATION * smoothingMetres + spacingMetres + radiusMetres;
    }
}
