package io.treehouse.inference.objects;

import io.treehouse.datasets.raster.PixelAreas;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Collects the runs of a crown. It stands where its pixels are most certainly canopy: the mean of their centres, weighted
 * by the fourth power of their probability, lies nearer to the trunks that people marked than the plain mean, since doubtful
 * pixels are shadows and undergrowth for the most part. Pixels far from the peak are of others' crowns and do not enter. Not
 * thread-safe.
 */
final class CrownBuilder {
    private final RegionBuilder region;
    private final int peakX;
    private final int peakY;
    private final CrownReach positionReach;
    private double weight;
    private double weightedX;
    private double weightedY;
    private float peak;

    /**
     * @param peakX column of the crown's peak
     * @param peakY its row
     * @param positionReach how far from the peak pixels tell where the tree stands
     */
    CrownBuilder(Optional<PixelAreas> areas, int peakX, int peakY, CrownReach positionReach) {
        region = new RegionBuilder(areas);
        this.peakX = peakX;
        this.peakY = peakY;
        this.positionReach = positionReach;
    }

    /** As {@link RegionBuilder#add}; the confidences are those of canopy. */
    void add(int row, int start, int end, float[] confidence, int offset) {
        region.add(row, start, end, confidence, offset);
        double rowWeight = 0;
        for (int x = start; x < end; x++) {
            float probability = confidence[offset + x];
            peak = Math.max(peak, probability);
            if (positionReach.holds(x - peakX, row - peakY)) {
                double square = probability * probability;
                rowWeight += square * square;
                weightedX += square * square * (x + 0.5);
            }
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
