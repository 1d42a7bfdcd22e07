package io.treehouse.inference.sample;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Objects;

/**
 * The pixels of one class of a map, of which some are drawn.
 *
 * @param mapClass the class
 * @param pixels its pixels in the map, at least 1
 * @param areaM2 their ground area in square metres
 * @param points pixels drawn, at most all
 */
public record Stratum(SurfaceClass mapClass, long pixels, double areaM2, int points) {
    public Stratum {
        Objects.requireNonNull(mapClass, "mapClass");
        if (pixels < 1 || !(areaM2 > 0) || points < 0 || points > pixels) {
            throw new IllegalArgumentException(
                    "No stratum has " + points + " points of " + pixels + " pixels on " + areaM2 + " m²");
        }
    }

    /** Probability of each of its pixels to be drawn. */
    double inclusionProbability() {
        return (double) points / pixels;
    }
}
