package io.treehouse.inference.objects;

import java.util.Objects;

/**
 * The pixels of one object with what was measured on them. Immutable and thread-safe.
 *
 * @param kind class of the object
 * @param pixels its pixels, 4-connected
 * @param areaM2 their ground area in square metres; null if unknown
 * @param confidence mean over its pixels of the probability of the class they got, 0…1
 * @param touchesEdge whether it touches the map's edge or pixels without imagery, and may go on there
 */
public record Region(ObjectClass kind, PixelRegion pixels, Double areaM2, double confidence, boolean touchesEdge) {
    public Region {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pixels, "pixels");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("A confidence is 0 to 1, not " + confidence);
        }
    }
}
