package io.treehouse.model.engine;

import java.util.Map;
import java.util.TreeMap;

/** Gives out ranges of one working memory, first fit, and counts how large it must be. Not thread-safe. */
final class FreeMemory {
    private static final long ALIGNMENT = 64;

    /** Free ranges below {@link #end}: start → length; neighbours are merged. */
    private final TreeMap<Long, Long> free = new TreeMap<>();

    private long end;

    /** Takes a range and gives its first byte. */
    long take(long bytes) {
        long length = aligned(bytes);
        for (Map.Entry<Long, Long> range : free.entrySet()) {
            if (range.getValue() >= length) {
                long start = range.getKey();
                long rest = range.getValue() - length;
                free.remove(start);
                if (rest > 0) {
                    free.put(start + length, rest);
                }
                return start;
            }
        }
        return takeAtTheEnd(length);
    }

    /** A free range that reaches to the end is used up first. */
    private long takeAtTheEnd(long length) {
        long start = end;
        Map.Entry<Long, Long> last = free.lastEntry();
        if (last != null && last.getKey() + last.getValue() == end) {
            start = last.getKey();
            free.remove(start);
        }
        end = start + length;
        return start;
    }

    /** Returns a range. */
    void give(long start, long bytes) {
        long first = start;
        long length = aligned(bytes);
        Map.Entry<Long, Long> before = free.lowerEntry(start);
        if (before != null && before.getKey() + before.getValue() == start) {
            first = before.getKey();
            length += before.getValue();
        }
        Long after = free.remove(start + aligned(bytes));
        free.put(first, after == null ? length : length + after);
    }

    /** The most bytes that were taken at one time, holes included. */
    long size() {
        return end;
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
