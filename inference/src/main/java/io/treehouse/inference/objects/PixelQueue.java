package io.treehouse.inference.objects;

import java.util.Arrays;

/**
 * Pixels by level, the highest first and of equals the one that came first: a queue for each level, as Meyer (1991)
 * floods. Adding and removing take the same time however many there are. Not thread-safe.
 */
final class PixelQueue {
    private static final int[] EMPTY = {};

    private final int[][] pixels;
    private final int[] first;
    private final int[] end;
    private int top;

    /** @param levels number of levels; pixels have 0 to {@code levels - 1} */
    PixelQueue(int levels) {
        pixels = new int[levels][];
        first = new int[levels];
        end = new int[levels];
        Arrays.fill(pixels, EMPTY);
    }

    void add(int level, int pixel) {
        int at = end[level];
        if (at == pixels[level].length) {
            makeRoom(level);
            at = end[level];
        }
        pixels[level][at] = pixel;
        end[level] = at + 1;
        top = Math.max(top, level);
    }

    /** Moves what is left to the front if that frees half of the queue, otherwise makes it longer. */
    private void makeRoom(int level) {
        int waiting = end[level] - first[level];
        int[] target =
                2 * waiting <= pixels[level].length && waiting > 0 ? pixels[level] : new int[Math.max(16, 2 * waiting)];
        System.arraycopy(pixels[level], first[level], target, 0, waiting);
        pixels[level] = target;
        first[level] = 0;
        end[level] = waiting;
    }

    /** Finds the highest level that has pixels; false if there is none. */
    boolean moveToHighest() {
        while (first[top] == end[top]) {
            first[top] = 0;
            end[top] = 0;
            if (top == 0) {
                return false;
            }
            top--;
        }
        return true;
    }

    /** Takes the first pixel of the highest level out, which {@link #moveToHighest()} has found. */
    int removeFirst() {
        return pixels[top][first[top]++];
    }
}
