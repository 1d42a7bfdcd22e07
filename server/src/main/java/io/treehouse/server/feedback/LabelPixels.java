package io.treehouse.server.feedback;

import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.vector.PaintedPlace;
import java.util.BitSet;
import java.util.Optional;

/** Which pixels of its tile an entry about a place or an object labels. */
final class LabelPixels {
    private LabelPixels() {}

    static BitSet of(FeedbackEntry entry, GridReference grid) {
        return PaintedPlace.pixels(
                entry.geometry().toString(),
                Optional.of(entry.crs()).filter(crs -> !crs.equals(FeedbackDocument.PIXELS)),
                grid,
                entry.radiusMetres() / entry.gsdMetres());
    }
}
