package io.treehouse.inference.zone;

import io.treehouse.datasets.raster.ClassRowSink;
import io.treehouse.datasets.raster.PixelAreas;
import io.treehouse.datasets.vector.ZonePolygon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counts a class map by zones while its rows come. A pixel on a zone's border counts with the exact share of its area that
 * lies inside; zones may overlap. The pixels of the zones of a partition add up to those of the map, their areas but for
 * rounding. Not thread-safe.
 */
public final class ZoneAccumulator implements ClassRowSink {
    private final int width;
    private final boolean areasAreKnown;
    private final List<ZoneTally> zones;
    private final List<ZoneTally> byFirstRow;
    private final List<ZoneTally> open = new ArrayList<>();
    private final CoverageRow coverage;
    private final RowSums pixels;
    private int next;

    /**
     * @param zones the zones, in pixels of the map
     * @param width columns of the map
     * @param height rows of the map
     * @param areas ground area of its pixels; empty if unknown
     */
    public ZoneAccumulator(List<ZonePolygon> zones, int width, int height, Optional<PixelAreas> areas) {
        this.width = width;
        this.areasAreKnown = areas.isPresent();
        this.zones =
                zones.stream().map(zone -> new ZoneTally(zone, width, height)).toList();
        this.byFirstRow = this.zones.stream()
                .sorted(Comparator.comparingInt(ZoneTally::firstRow))
                .toList();
        this.coverage = new CoverageRow(width);
        this.pixels = new RowSums(width, areas);
    }

    @Override
    public void rows(int firstRow, int rows, byte[] classes, float[] confidence) {
        for (int i = 0; i < rows; i++) {
            int row = firstRow + i;
            while (next < byFirstRow.size() && byFirstRow.get(next).firstRow() <= row) {
                open.add(byFirstRow.get(next++));
            }
            if (!open.isEmpty()) {
                pixels.load(row, classes, confidence, i * width);
                open.removeIf(zone -> !zone.take(row, coverage, pixels));
            }
        }
    }

    /** The figures of all zones over the rows so far, in the order of the zones. */
    public List<ZoneCover> covers() {
        return zones.stream().map(zone -> zone.cover(areasAreKnown)).toList();
    }
}
