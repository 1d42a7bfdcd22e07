package io.treehouse.inference.scene;

import java.util.BitSet;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Which pixels of a scene have imagery, for the rows that were read and not yet classified. One thread adds, another
 * takes what was added before.
 */
final class ValidityRows {
    private final int width;
    private final Deque<BitSet> rows = new ConcurrentLinkedDeque<>();

    ValidityRows(int width) {
        this.width = width;
    }

    /** Adds a row that stands in an array from {@code offset} on. */
    void append(boolean[] valid, int offset) {
        BitSet row = new BitSet(width);
        for (int x = 0; x < width; x++) {
            int start = x;
            while (x < width && valid[offset + x]) {
                x++;
            }
            row.set(start, x);
        }
        rows.addLast(row);
    }

    /** Takes the oldest row; a set bit is a valid pixel. */
    BitSet removeFirst() {
        return rows.removeFirst();
    }
}
