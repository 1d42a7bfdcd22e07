package io.treehouse.inference.objects;

import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PixelAreas;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Splits the canopy of one strip: surface, peaks, flood. Not thread-safe. */
final class CrownSplitter {
    private final int width;
    private final int height;
    private final GroundSampling sampling;
    private final Optional<PixelAreas> areas;
    private final CrownSettings settings;
    private final long minimumPixels;
    private final PeakFinder peakFinder;

    CrownSplitter(
            int width,
            int height,
            GroundSampling sampling,
            Optional<PixelAreas> areas,
            CrownSettings settings,
            long minimumPixels) {
        this.width = width;
        this.height = height;
        this.sampling = sampling;
        this.areas = areas;
        this.settings = settings;
        this.minimumPixels = minimumPixels;
        peakFinder = new PeakFinder(
                settings.spacingMetres() / sampling.xMetres(), settings.spacingMetres() / sampling.yMetres());
    }

    /** Hands on the crowns whose peaks lie in the rows {@code coreStart} to {@code coreEnd - 1} of the map. */
    void split(CanopyStrip strip, int coreStart, int coreEnd, Consumer<Region> sink) {
        boolean[] canopy = canopy(strip);
        if (canopy.length == 0) {
            return;
        }
        float[] surface = surface(strip, canopy);
        int[] peaks = peaks(strip, surface, coreStart);
        for (int pixel = 0; pixel < canopy.length; pixel++) {
            canopy[pixel] = strip.isFree(pixel);
        }
        int[] labels = new CrownFlood(
                        surface,
                        canopy,
                        width,
                        settings.radiusMetres() / sampling.xMetres(),
                        settings.radiusMetres() / sampling.yMetres(),
                        peaks)
                .labels();
        int lastPixel = (coreEnd - strip.firstRow()) * width;
        int crowns = (int) Arrays.stream(peaks).filter(peak -> peak < lastPixel).count();
        for (RegionBuilder crown : collect(strip, labels, crowns)) {
            if (crown.isObject(ObjectClass.TREE_CROWN, minimumPixels)) {
                sink.accept(crown.build(ObjectClass.TREE_CROWN));
            }
        }
    }

    private boolean[] canopy(CanopyStrip strip) {
        boolean[] canopy = new boolean[strip.rows() * width];
        boolean any = false;
        for (int pixel = 0; pixel < canopy.length; pixel++) {
            canopy[pixel] = strip.isCanopy(pixel);
            any |= canopy[pixel];
        }
        return any ? canopy : new boolean[0];
    }

    /** Distance from the canopy's border and probability together, smoothed. */
    private float[] surface(CanopyStrip strip, boolean[] canopy) {
        float[] surface = new DistanceTransform(sampling.xMetres(), sampling.yMetres(), settings.reachMetres())
                .of(canopy, width, strip.rows());
        float rise = (float) settings.probabilityMetres();
        for (int pixel = 0; pixel < surface.length; pixel++) {
            surface[pixel] += canopy[pixel] ? rise * strip.confidence()[pixel] : 0;
        }
        GaussianBlur.apply(
                surface,
                width,
                strip.rows(),
                settings.smoothingMetres() / sampling.xMetres(),
                settings.smoothingMetres() / sampling.yMetres());
        return surface;
    }

    private int[] peaks(CanopyStrip strip, float[] surface, int coreStart) {
        int first = (coreStart - strip.firstRow()) * width;
        int[] peaks = new int[1024];
        int count = 0;
        for (int pixel = first; pixel < surface.length; pixel++) {
            if (strip.isFree(pixel) && peakFinder.isPeak(surface, width, strip.rows(), pixel % width, pixel / width)) {
                peaks = count == peaks.length ? Arrays.copyOf(peaks, 2 * count) : peaks;
                peaks[count++] = pixel;
            }
        }
        return Arrays.copyOf(peaks, count);
    }

    /** The regions of the first labels, their pixels taken. */
    private RegionBuilder[] collect(CanopyStrip strip, int[] labels, int crowns) {
        RegionBuilder[] regions = new RegionBuilder[crowns];
        Arrays.setAll(regions, i -> new RegionBuilder(areas));
        for (int row = 0; row < strip.rows(); row++) {
            int end = row * width;
            while (end < (row + 1) * width) {
                int start = end;
                while (end < (row + 1) * width && labels[end] == labels[start]) {
                    end++;
                }
                if (labels[start] > 0 && labels[start] <= crowns) {
                    add(regions[labels[start] - 1], strip, start, end);
                }
            }
        }
        return regions;
    }

    private void add(RegionBuilder region, CanopyStrip strip, int start, int end) {
        strip.take(start, end);
        int line = start / width;
        int row = strip.firstRow() + line;
        int firstColumn = start - line * width;
        region.add(row, firstColumn, firstColumn + end - start, strip.confidence(), line * width);
        boolean atEdge = row == 0 || row == height - 1 || firstColumn == 0 || firstColumn + end - start == width;
        if (atEdge || bordersNodata(strip, start, end)) {
            region.touchEdge();
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
