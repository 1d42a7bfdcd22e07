package io.treehouse.inference.objects;

import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PixelAreas;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Splits canopy into crowns while the rows of a map come. It works on strips at fixed rows of the map, with as many rows
 * above and below as have an influence; a crown leaves with the strip that its peak lies in, and its pixels are then
 * taken. So neither crowns nor their pixels are met twice, and memory does not grow with the map's height. Not
 * thread-safe.
 */
final class CrownScanner {
    /** Rows whose peaks are dealt with at once. */
    private static final int CORE_ROWS = 512;

    /** Classes, confidences and what is taken; for splitting, what is free, surface and labels; and the flood's queue. */
    private static final long STRIP_BYTES_PER_PIXEL = 6 + 1 + 4 + 4 + 4;

    private final int width;
    private final int height;
    private final int margin;
    private final CrownSplitter splitter;
    private final CanopyStrip strip;
    private final Consumer<Region> sink;
    private int coreStart;

    CrownScanner(
            int width,
            int height,
            GroundSampling sampling,
            Optional<PixelAreas> areas,
            CrownSettings settings,
            long minimumPixels,
            Consumer<Region> sink) {
        this.width = width;
        this.height = height;
        this.sink = sink;
        margin = margin(sampling, settings);
        int stripRows = stripRows(height, margin);
        strip = new CanopyStrip(width, stripRows);
        splitter = new CrownSplitter(width, height, stripRows, sampling, areas, settings, minimumPixels);
    }

    private static int margin(GroundSampling sampling, CrownSettings settings) {
        return (int) Math.ceil((settings.influenceMetres() + settings.radiusMetres()) / sampling.yMetres());
    }

    private static int stripRows(int height, int margin) {
        return Math.min(height, CORE_ROWS + 2 * margin);
    }

    /** Memory in bytes that the strip takes on the Java heap while it is split. */
    static long heapBytes(int width, int height, GroundSampling sampling, CrownSettings settings) {
        return STRIP_BYTES_PER_PIXEL * width * stripRows(height, margin(sampling, settings));
    }

    /** Takes the next row. */
    void row(MapRow row) {
        strip.add(row);
        boolean last = row.y() == height - 1;
        while (coreStart < height && (last || row.y() == coreStart + CORE_ROWS + margin - 1)) {
            int coreEnd = Math.min(height, coreStart + CORE_ROWS);
            splitter.split(strip, coreStart, coreEnd, sink);
            coreStart = coreEnd;
            strip.discardBefore(coreStart - margin);
            if (!last) {
                return;
            }
        }
    }
}
