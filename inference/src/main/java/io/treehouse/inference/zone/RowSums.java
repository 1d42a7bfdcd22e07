package io.treehouse.inference.zone;

import io.treehouse.datasets.raster.PixelAreas;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Optional;

/**
 * Sums over any run of pixels of one row by class, from sums kept at every 32nd column: thousands of wide zones that
 * overlap then cost little more than one. Belongs to one thread.
 */
final class RowSums {
    /** The classes by their codes, then the pixels without imagery. */
    static final int SLOTS = SurfaceClass.COUNT + 1;

    private static final int NODATA_SLOT = SurfaceClass.COUNT;
    private static final int BLOCK_PIXELS = 32;

    private final int width;
    private final Optional<PixelAreas> areas;
    private final byte[] slots;
    private final float[] confidence;
    private final double[] areasM2;
    private final long[] pixelsBefore;
    private final double[] confidenceBefore;
    private final double[] areaBefore;

    RowSums(int width, Optional<PixelAreas> areas) {
        this.width = width;
        this.areas = areas;
        slots = new byte[width];
        confidence = new float[width];
        areasM2 = new double[width];
        int blocks = width / BLOCK_PIXELS + 1;
        pixelsBefore = new long[blocks * SLOTS];
        confidenceBefore = new double[blocks * SLOTS];
        areaBefore = new double[blocks * SLOTS];
    }

    /** Takes the pixels of a row of the map. */
    void load(int row, byte[] classes, float[] rowConfidence, int offset) {
        ClassSums sums = new ClassSums();
        for (int x = 0; x < width; x++) {
            if (x % BLOCK_PIXELS == 0) {
                keep(sums, x / BLOCK_PIXELS);
            }
            slots[x] = slot(classes[offset + x]);
            confidence[x] = rowConfidence[offset + x];
            areasM2[x] = areas.isPresent() ? areas.get().areaM2(x, row) : 0;
            sums.add(slots[x], 1, confidence[x], areasM2[x]);
        }
        if (width % BLOCK_PIXELS == 0) {
            keep(sums, width / BLOCK_PIXELS);
        }
    }

    private static byte slot(byte code) {
        int unsigned = Byte.toUnsignedInt(code);
        return (byte) (unsigned == SurfaceClass.NODATA ? NODATA_SLOT : unsigned);
    }

    private void keep(ClassSums sums, int block) {
        System.arraycopy(sums.pixels, 0, pixelsBefore, block * SLOTS, SLOTS);
        System.arraycopy(sums.confidence, 0, confidenceBefore, block * SLOTS, SLOTS);
        System.arraycopy(sums.areaM2, 0, areaBefore, block * SLOTS, SLOTS);
    }

    /** Adds a run of pixels to sums. */
    void addTo(ClassSums sums, int from, int to, long share) {
        int firstBlock = (from + BLOCK_PIXELS - 1) / BLOCK_PIXELS;
        int lastBlock = to / BLOCK_PIXELS;
        if (firstBlock >= lastBlock) {
            addPixels(sums, from, to, share);
            return;
        }
        addPixels(sums, from, firstBlock * BLOCK_PIXELS, share);
        for (int slot = 0; slot < SLOTS; slot++) {
            int before = firstBlock * SLOTS + slot;
            int after = lastBlock * SLOTS + slot;
            sums.add(
                    slot,
                    share * (pixelsBefore[after] - pixelsBefore[before]),
                    part(share, confidenceBefore[after] - confidenceBefore[before]),
                    part(share, areaBefore[after] - areaBefore[before]));
        }
        addPixels(sums, lastBlock * BLOCK_PIXELS, to, share);
    }

    private void addPixels(ClassSums sums, int from, int to, long share) {
        for (int x = from; x < to; x++) {
            sums.add(slots[x], share, part(share, confidence[x]), part(share, areasM2[x]));
        }
    }

    private static double part(long share, double whole) {
        return share == CoverageRow.UNIT ? whole : whole * share / CoverageRow.UNIT;
    }
}
