package io.treehouse.inference.objects;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/**
 * A set of pixels as runs along rows. Immutable and thread-safe. A run is packed into 64 bits in the order row, first
 * column, length, so that sorting the numbers sorts the runs.
 */
public final class PixelRegion {
    /** Most columns of a map. */
    static final int MAXIMUM_WIDTH = 1 << 20;

    /** Most rows of a map. */
    static final int MAXIMUM_HEIGHT = 1 << 21;

    private static final int COLUMN_BITS = 21;
    private static final long COLUMN_MASK = (1L << COLUMN_BITS) - 1;

    private final long[] runs;
    private final int firstRow;
    private final int[] firstRunOfRow;
    private final long pixels;

    private PixelRegion(long[] sortedRuns) {
        runs = sortedRuns;
        firstRow = row(0);
        firstRunOfRow = new int[row(runs.length - 1) - firstRow + 2];
        long count = 0;
        for (int run = 0; run < runs.length; run++) {
            firstRunOfRow[row(run) - firstRow + 1] = run + 1;
            count += end(run) - start(run);
        }
        pixels = count;
    }

    /** The region of packed runs in any order, at least one, that do not overlap. */
    static PixelRegion of(long[] packedRuns) {
        long[] sorted = packedRuns.clone();
        Arrays.sort(sorted);
        return new PixelRegion(sorted);
    }

    /** Packs the run of the pixels {@code start} to {@code end - 1} of a row. */
    static long pack(int row, int start, int end) {
        return (long) row << 2 * COLUMN_BITS | (long) start << COLUMN_BITS | end - start;
    }

    /** Number of pixels. */
    public long pixels() {
        return pixels;
    }

    /** Number of runs. */
    public int runs() {
        return runs.length;
    }

    /** Row of a run; runs are sorted by row, then column. */
    public int row(int run) {
        return (int) (runs[run] >>> 2 * COLUMN_BITS);
    }

    /** First column of a run. */
    public int start(int run) {
        return (int) (runs[run] >>> COLUMN_BITS & COLUMN_MASK);
    }

    /** Column after the last of a run. */
    public int end(int run) {
        return start(run) + (int) (runs[run] & COLUMN_MASK);
    }

    /** Whether a pixel belongs to the region. */
    public boolean contains(int x, int y) {
        int run = lastRunStartingUpTo(x, y);
        return run >= 0 && x < end(run);
    }

    /** The mean of the pixels' centres, in pixels from the top left corner of the map. */
    public Coordinate centre() {
        double x = 0;
        double y = 0;
        for (int run = 0; run < runs.length; run++) {
            int length = end(run) - start(run);
            x += length * (start(run) + end(run)) / 2.0;
            y += length * (row(run) + 0.5);
        }
        return new Coordinate(x / pixels, y / pixels);
    }

    /** The run of row {@code y} that starts at {@code x}. */
    int runStartingAt(int x, int y) {
        int run = lastRunStartingUpTo(x, y);
        if (run < 0 || start(run) != x) {
            throw new IllegalArgumentException("No run starts at column " + x + " of row " + y);
        }
        return run;
    }

    private int lastRunStartingUpTo(int x, int y) {
        int line = y - firstRow;
        if (line < 0 || line >= firstRunOfRow.length - 1 || x < 0) {
            return -1;
        }
        int low = firstRunOfRow[line];
        int high = firstRunOfRow[line + 1] - 1;
        int found = -1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (start(middle) <= x) {
                found = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return found;
    }
}
