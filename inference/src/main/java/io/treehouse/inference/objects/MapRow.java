package io.treehouse.inference.objects;

import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * One row of a class map within a block of rows; only valid while the block is. The arrays are not copied.
 *
 * @param y row of the map
 * @param width columns of the map
 * @param classes class codes, that of the row's first pixel at {@code offset}
 * @param confidence probabilities of the classes chosen, likewise
 * @param offset where the row begins in both
 * @param runs the runs of its classes
 */
record MapRow(int y, int width, byte[] classes, float[] confidence, int offset, ClassRuns runs) {
    static final byte NODATA = (byte) SurfaceClass.NODATA;

    byte code(int x) {
        return classes[offset + x];
    }

    /** Whether any of the pixels {@code start} to {@code end - 1} has no imagery. */
    boolean hasNodata(int start, int end) {
        for (int x = start; x < end; x++) {
            if (code(x) == NODATA) {
                return true;
            }
        }
        return false;
    }

    /** Whether the run of pixels {@code start} to {@code end - 1} ends at the map's left or right edge or at nodata. */
    boolean endsAtEdge(int start, int end) {
        return start == 0 || end == width || code(start - 1) == NODATA || code(end) == NODATA;
    }
}
