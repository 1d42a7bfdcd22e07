package io.treehouse.inference.objects;

import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PixelAreas;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Splits the canopy of one strip: surface, peaks, flood. Holds its pictures from strip to strip, as large as the largest.
 * Not thread-safe.
 */
final class CrownSplitter {
    private final int width;
    private final int height;
    private final Optional<PixelAreas> areas;
    private final long minimumPixels;
    private final CrownSurface crownSurface;
    private final PeakFinder peakFinder;
    private final CrownReach reach;
    private final CrownReach positionReach;
    private final double leastPeak;
    private final float[] surface;
    private final boolean[] free;
    private final int[] labels;

    /** @param stripRows most rows of a strip */
    CrownSplitter(
            int width,
            int height,
            int stripRows,
            GroundSampling sampling,
            Optional<PixelAreas> areas,
            CrownSettings settings,
            long minimumPixels) {
        this.width = width;
        this.height = height;
        this.areas = areas;
        this.minimumPixels = minimumPixels;
        crownSurface = new CrownSurface(sampling, settings);
        peakFinder = new PeakFinder(
                width, settings.spacingMetres() / sampling.xMetres(), settings.spacingMetres() / sampling.yMetres());
        reach = new CrownReach(
                settings.radiusMetres() / sampling.xMetres(), settings.radiusMetres() / sampling.yMetres());
        positionReach = new CrownReach(
                settings.positionMetres() / sampling.xMetres(), settings.positionMetres() / sampling.yMetres());
        leastPeak = settings.leastPeak();
        surface = new float[Math.multiplyExact(width, stripRows)];
        free = new boolean[surface.length];
        labels = new int[surface.length];
    }

    /** Hands on the crowns whose peaks lie in the rows {@code coreStart} to {@code coreEnd - 1} of the map. */
    void split(CanopyStrip strip, int coreStart, int coreEnd, Consumer<Region> sink) {
        if (!strip.markFree(free)) {
            return;
        }
        crownSurface.of(strip, surface);
        int[] peaks = peaks(strip, coreStart);
        new CrownFlood(surface, free, width, strip.rows(), reach, peaks, labels).run();
        int lastPixel = (coreEnd - strip.firstRow()) * width;
        int crowns = (int) Arrays.stream(peaks).filter(peak -> peak < lastPixel).count();
        for (CrownBuilder crown : collect(strip, peaks, crowns)) {
            if (crown.isObject(minimumPixels, leastPeak)) {
                sink.accept(crown.build());
            }
        }
    }

    private int[] peaks(CanopyStrip strip, int coreStart) {
        int[] peaks = new int[1024];
        int count = 0;
        for (int y = coreStart - strip.firstRow(); y < strip.rows(); y++) {
            for (int x = 0; x < width; x++) {
                if (free[y * width + x] && peakFinder.isPeak(surface, strip.rows(), x, y)) {
                    peaks = count == peaks.length ? Arrays.copyOf(peaks, 2 * count) : peaks;
                    peaks[count++] = y * width + x;
                }
            }
        }
        return Arrays.copyOf(peaks, count);
    }

    /** The regions of the first labels, their pixels taken. */
    private CrownBuilder[] collect(CanopyStrip strip, int[] peaks, int crowns) {
        CrownBuilder[] builders = new CrownBuilder[crowns];
        Arrays.setAll(
                builders,
                i -> new CrownBuilder(areas, peaks[i] % width, strip.firstRow() + peaks[i] / width, positionReach));
        for (int row = 0; row < strip.rows(); row++) {
            int end = row * width;
            while (end < (row + 1) * width) {
                int start = end;
                while (end < (row + 1) * width && labels[end] == labels[start]) {
                    end++;
                }
                if (labels[start] > 0 && labels[start] <= crowns) {
                    add(builders[labels[start] - 1], strip, start, end);
                }
            }
        }
        return builders;
    }

    private void add(CrownBuilder crown, CanopyStrip strip, int start, int end) {
        strip.take(start, end);
        int line = start / width;
        int row = strip.firstRow() + line;
        int firstColumn = start - line * width;
        crown.add(row, firstColumn, firstColumn + end - start, strip.confidence(), line * width);
        boolean atEdge = row == 0 || row == height - 1 || firstColumn == 0 || firstColumn + end - start == width;
        if (atEdge || bordersNodata(strip, start, end)) {
            crown.touchEdge();
        }
    }

    private boolean bordersNodata(CanopyStrip strip, int start, int end) {
        int last = strip.rows() * width;
        for (int pixel = start; pixel < end; pixel++) {
            if (pixel >= width && strip.isNodata(pixel - width)
                    || pixel + width < last && strip.isNodata(pixel + width)) {
                return true;
            }
        }
        return strip.isNodata(start - 1) || strip.isNodata(end);
    }
}
