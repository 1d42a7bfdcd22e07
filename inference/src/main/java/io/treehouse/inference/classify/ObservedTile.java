package io.treehouse.inference.classify;

import io.treehouse.inference.drift.TileStatistics;
import io.treehouse.inference.landcover.Extent;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What those who run the program are told of a tile that was classified.
 *
 * @param valid its pixels with imagery, and their area if that is known
 * @param statistics what is noted for drift
 * @param stages how long each stage took
 */
public record ObservedTile(Extent valid, TileStatistics statistics, Map<TileStage, Duration> stages) {
    public ObservedTile {
        stages = Collections.unmodifiableMap(new EnumMap<>(stages));
    }
}
