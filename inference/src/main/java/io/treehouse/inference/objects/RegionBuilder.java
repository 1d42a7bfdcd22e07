package io.treehouse.inference.objects;

import io.treehouse.datasets.raster.PixelAreas;
import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Collects the runs of a region and what is measured on them. Not thread-safe. */
final class RegionBuilder {
    private final Optional<PixelAreas> areas;
    private long[] runs = new long[4];
    private int count;
    private long pixels;
    private double confidenceSum;
    private double areaM2;
    private boolean touchesEdge;

    RegionBuilder(Optional<PixelAreas> areas) {
        this.areas = areas;
    }

    /**
     * Adds the pixels {@code start} to {@code end - 1} of a row.
     *
     * @param confidence confidences, that of the row's first pixel at {@code offset}
     */
    void add(int row, int start, int end, float[] confidence, int offset) {
        append(PixelRegion.pack(row, start, end));
        pixels += end - start;
        for (int x = start; x < end; x++) {
            confidenceSum += confidence[offset + x];
        }
        if (areas.isPresent()) {
            for (int x = start; x < end; x++) {
                areaM2 += areas.get().areaM2(x, row);
            }
        }
    }

    void touchEdge() {
        touchesEdge = true;
    }

    long pixels() {
        return pixels;
    }

    /** Mean confidence of its pixels, 0…1; at least one must have been added. */
    double confidence() {
        // Single precision can end a few millionths above the mean's limit.
        return Math.min(1, confidenceSum / pixels);
    }

    /** Adds all of another region, which is not to be used any more. */
    void absorb(RegionBuilder other) {
        if (runs.length < count + other.count) {
            runs = Arrays.copyOf(runs, Math.max(2 * count, count + other.count));
        }
        System.arraycopy(other.runs, 0, runs, count, other.count);
        count += other.count;
        pixels += other.pixels;
        confidenceSum += other.confidenceSum;
        areaM2 += other.areaM2;
        touchesEdge |= other.touchesEdge;
    }

    /**
     * The region; at least one run must have been added.
     *
     * @param position where a crown stands; null for other objects
     */
    Region build(ObjectClass kind, Coordinate position) {
        return new Region(
                kind,
                PixelRegion.of(Arrays.copyOf(runs, count)),
                areas.isPresent() ? areaM2 : null,
                confidence(),
                touchesEdge,
                position);
    }

    private void append(long run) {
        if (count == runs.length) {
            runs = Arrays.copyOf(runs, 2 * count);
        }
        runs[count++] = run;
    }
}
