package io.treehouse.inference.landcover;

import io.treehouse.datasets.raster.ClassRowSink;
import io.treehouse.datasets.raster.PixelAreas;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts a class map while its rows come. Sums follow the order of the pixels, row by row, so that the same map gives the
 * same figures however its rows were grouped. Not thread-safe.
 */
public final class LandCoverAccumulator implements ClassRowSink {
    /** Slot of the pixels without imagery, after those of the classes. */
    private static final int NODATA_SLOT = SurfaceClass.COUNT;

    private static final int SLOTS = SurfaceClass.COUNT + 1;

    private final int width;
    private final Optional<PixelAreas> areas;
    private final long[] pixels = new long[SLOTS];
    private final double[] confidenceSums = new double[SLOTS];
    private final CompensatedSum[] areaSums = new CompensatedSum[SLOTS];

    /**
     * @param width columns of the map
     * @param areas ground area of its pixels; empty if unknown
     */
    public LandCoverAccumulator(int width, Optional<PixelAreas> areas) {
        this.width = width;
        this.areas = areas;
        for (int slot = 0; slot < SLOTS; slot++) {
            areaSums[slot] = new CompensatedSum();
        }
    }

    @Override
    public void rows(int firstRow, int rows, byte[] classes, float[] confidence) {
        for (int row = 0; row < rows; row++) {
            count(classes, confidence, row * width);
            if (areas.isPresent()) {
                measure(areas.get(), firstRow + row, classes, row * width);
            }
        }
    }

    /** The cover of the rows so far. */
    public LandCover landCover() {
        long validPixels = 0;
        CompensatedSum validArea = new CompensatedSum();
        for (int code = 0; code < SurfaceClass.COUNT; code++) {
            validPixels += pixels[code];
            validArea.add(areaSums[code].value());
        }
        Map<SurfaceClass, ClassCover> classes = new EnumMap<>(SurfaceClass.class);
        for (SurfaceClass surface : SurfaceClass.all()) {
            classes.put(surface, cover(surface.code(), validPixels));
        }
        return new LandCover(
                classes,
                new Extent(validPixels, areas.isPresent() ? validArea.value() : null),
                new Extent(pixels[NODATA_SLOT], areaM2(NODATA_SLOT)));
    }

    private void count(byte[] classes, float[] confidence, int offset) {
        for (int i = offset; i < offset + width; i++) {
            int slot = slot(classes[i]);
            pixels[slot]++;
            confidenceSums[slot] += confidence[i];
        }
    }

    private void measure(PixelAreas pixelAreas, int row, byte[] classes, int offset) {
        double[] rowSums = new double[SLOTS];
        for (int x = 0; x < width; x++) {
            rowSums[slot(classes[offset + x])] += pixelAreas.areaM2(x, row);
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            areaSums[slot].add(rowSums[slot]);
        }
    }

    private ClassCover cover(int code, long validPixels) {
        Double fraction = validPixels == 0 ? null : (double) pixels[code] / validPixels;
        // Sums of single precision can end a few millionths above the mean's limit.
        Double confidence = pixels[code] == 0 ? null : Math.min(1, confidenceSums[code] / pixels[code]);
        return new ClassCover(pixels[code], fraction, areaM2(code), confidence);
    }

    private Double areaM2(int slot) {
        return areas.isPresent() ? areaSums[slot].value() : null;
    }

    private static int slot(byte code) {
        int unsigned = Byte.toUnsignedInt(code);
        if (unsigned < SurfaceClass.COUNT) {
            return unsigned;
        }
        if (unsigned == SurfaceClass.NODATA) {
            return NODATA_SLOT;
        }
        throw new IllegalArgumentException("A class map has codes 0…4 and 255, not " + unsigned);
    }
}
