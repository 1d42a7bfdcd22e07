package io.treehouse.inference.scene;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Which pixels of a scene have imagery, for the rows that were read and not yet classified. Not thread-safe. */
final class ValidityRows {
    private final int width;
    private final Deque<BitSet> rows = new ArrayDeque<>();

    ValidityRows(int width) {
        this.width = width;
    }

    /** Adds a row that stands in an array from {@code offset} on. */
    void append(boolean[] valid, int offset) {
        BitSet row = new BitSet(width);
        for (int x = 0; x < width; x++) {
            if (valid[offset + x]) {
                row.set(x);
            }
        }
        rows.addLast(row);
    }

    /** Takes the oldest row; a set bit is a valid pixel. */
    BitSet removeFirst() {
        return rows.removeFirst();
    }
}
