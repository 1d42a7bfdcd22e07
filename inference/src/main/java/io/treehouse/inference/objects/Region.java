package io.treehouse.inference.objects;

import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;

/**
 * The pixels of one object with what was measured on them. Immutable by agreement and thread-safe.
 *
 * @param kind class of the object
 * @param pixels its pixels, 4-connected
 * @param areaM2 their ground area in square metres; null if unknown
 * @param confidence mean over its pixels of the probability of the class they got, 0…1
 * @param touchesEdge whether it touches the map's edge or pixels without imagery, and may go on there
 * @param position where a crown stands, in pixels from the top left corner of the map: the mean of the centres
 *     of its pixels near the peak, each with the weight of its probability to the fourth power. Null for other objects
 */
public record Region(
        ObjectClass kind,
        PixelRegion pixels,
        Double areaM2,
        double confidence,
        boolean touchesEdge,
        Coordinate position) {
    public Region {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pixels, "pixels");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("A confidence is 0 to 1, not " + confidence);
        }
        if ((position != null) != (kind == ObjectClass.TREE_CROWN)) {
            throw new IllegalArgumentException("Crowns have a position, other objects have none");
        }
    }

    /** Whether its pixels are so uncertain that it is counted apart, see {@link ObjectClass#doubtfulBelow()}. */
    public boolean isDoubtful() {
        return confidence < kind.doubtfulBelow();
    }
}
