package io.treehouse.training.evaluate;

import java.util.Arrays;

/** Ranges of ground sampling distance that accuracy is reported for. */
public enum GroundSamplingBand {
    /** Drones and low flights. */
    BELOW_25_CM("below 0.25 m", 0.25),
    /** Aerial surveys. */
    BELOW_40_CM("0.25 to 0.4 m", 0.4),
    /** The best satellites, and surveys of whole countries. */
    BELOW_75_CM("0.4 to 0.75 m", 0.75),
    /** Other satellites. */
    FROM_75_CM("0.75 m and more", Double.POSITIVE_INFINITY);

    private final String label;
    private final double endMetres;

    GroundSamplingBand(String label, double endMetres) {
        this.label = label;
        this.endMetres = endMetres;
    }

    /** The range in words. */
    public String label() {
        return label;
    }

    /** The range that a ground sampling distance lies in. */
    public static GroundSamplingBand of(double gsdMetres) {
        return Arrays.stream(values())
                .filter(band -> gsdMetres < band.endMetres)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Impossible ground sampling distance " + gsdMetres));
    }
}
