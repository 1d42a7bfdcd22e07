package io.treehouse.datasets.check;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.EnumMap;
import java.util.Map;

/**
 * Numbers of pixels by what their labels say. Immutable.
 *
 * @param certain pixels by class, where the label allows exactly that class; a class that is missing has none
 * @param oneOfSeveral pixels whose label allows several classes
 * @param unlabelled pixels of which nothing is known
 */
public record PixelCounts(Map<SurfaceClass, Long> certain, long oneOfSeveral, long unlabelled) {
    /** No pixel. */
    public static final PixelCounts NONE = new PixelCounts(Map.of(), 0, 0);

    public PixelCounts {
        certain = Map.copyOf(certain);
    }

    /** The same with the pixels of a picture, given as bits of their class sets. */
    PixelCounts plus(byte[] classSets) {
        long[] pixelsByBits = new long[1 << SurfaceClass.COUNT];
        for (byte bits : classSets) {
            pixelsByBits[bits]++;
        }
        Map<SurfaceClass, Long> sums = new EnumMap<>(SurfaceClass.class);
        sums.putAll(certain);
        long several = oneOfSeveral + classSets.length - pixelsByBits[0];
        for (SurfaceClass c : SurfaceClass.all()) {
            long pixels = pixelsByBits[1 << c.code()];
            sums.merge(c, pixels, Long::sum);
            several -= pixels;
        }
        return new PixelCounts(sums, several, unlabelled + pixelsByBits[0]);
    }

    /** Pixels that are certainly of a class. */
    public long of(SurfaceClass c) {
        return certain.getOrDefault(c, 0L);
    }

    /** All pixels. */
    public long total() {
        return certain.values().stream().mapToLong(n -> n).sum() + oneOfSeveral + unlabelled;
    }
}
