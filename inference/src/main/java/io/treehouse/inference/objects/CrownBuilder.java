package io.treehouse.inference.objects;

import io.treehouse.datasets.raster.PixelAreas;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Collects the runs of a crown. It stands where its pixels are most certainly canopy: the mean of their centres, weighted
 * by the fourth power of their probability, lies nearer to the trunks that people marked than the plain mean, since doubtful
 * pixels are shadows and undergrowth for the most part. Not thread-safe.
 */
final class CrownBuilder {
    private final RegionBuilder region;
    private double weight;
    private double weightedX;
    private double weightedY;
    private float peak;

    CrownBuilder(Optional<PixelAreas> areas) {
        region = new RegionBuilder(areas);
    }

    /** As {@link RegionBuilder#add}; the confidences are those of canopy. */
    void add(int row, int start, int end, float[] confidence, int offset) {
        region.add(row, start, end, confidence, offset);
        double rowWeight = 0;
        for (int x = start; x < end; x++) {
            float probability = confidence[offset + x];
            double square = probability * probability;
            rowWeight += square * square;
            weightedX += square * square * (x + 0.5);
            peak = Math.max(peak, probability);
        }
        weight += rowWeight;
        weightedY += rowWeight * (row + 0.5);
    }

    void touchEdge() {
        region.touchEdge();
    }

    /** Whether it is large enough and its most certain pixel certain enough. */
    boolean isObject(long minimumPixels, double leastPeak) {
        return region.pixels() >= minimumPixels && peak >= leastPeak;
    }

    /** The crown; at least one run with a confidence above 0 must have been added. */
    Region build() {
        return region.build(ObjectClass.TREE_CROWN, new Coordinate(weightedX / weight, weightedY / weight));
    }
}
