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
        margin = (int) Math.ceil((settings.influenceMetres() + settings.radiusMetres()) / sampling.yMetres());
        strip = new CanopyStrip(width, Math.min(height, CORE_ROWS + 2 * margin));
        splitter = new CrownSplitter(width, height, sampling, areas, settings, minimumPixels);
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
