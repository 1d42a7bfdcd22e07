package io.treehouse.inference.zone;

/**
 * Pixels of a zone and their ground; pixels on its border count with the share that lies inside.
 *
 * @param pixels pixels, 0 or more, not whole
 * @param areaM2 their area on the ground in square metres; null if the size of a pixel is unknown
 */
public record ZoneExtent(double pixels, Double areaM2) {
    public ZoneExtent {
        if (!(pixels >= 0) || areaM2 != null && !(areaM2 >= 0)) {
            throw new IllegalArgumentException("No zone has " + pixels + " pixels of " + areaM2 + " m²");
        }
    }
}
