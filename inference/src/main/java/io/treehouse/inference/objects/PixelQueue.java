package io.treehouse.inference.objects;

import java.util.Arrays;

/**
 * Pixels by height, the highest first and of equals the one that came first: a queue for each of {@value #LEVELS} levels,
 * as Meyer (1991) floods. Adding and removing take the same time however many there are. Not thread-safe.
 */
final class PixelQueue {
    private static final int LEVELS = 1 << 12;
    private static final int[] EMPTY = {};

    private final float levelsPerHeight;
    private final int[][] pixels = new int[LEVELS][];
    private final int[] first = new int[LEVELS];
    private final int[] end = new int[LEVELS];
    private int size;
    private int top;

    /** @param highest largest height, above 0 */
    PixelQueue(float highest) {
        levelsPerHeight = (LEVELS - 1) / highest;
        Arrays.fill(pixels, EMPTY);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /**
     * Adds a pixel.
     *
     * @param height its height, from 0 to the highest
     */
    void add(float height, int pixel) {
        int level = (int) (height * levelsPerHeight);
        if (end[level] == pixels[level].length) {
            makeRoom(level);
        }
        pixels[level][end[level]++] = pixel;
        top = Math.max(top, level);
        size++;
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

    /** Takes the first pixel out; there must be one. */
    int removeFirst() {
        while (first[top] == end[top]) {
            first[top] = 0;
            end[top] = 0;
            top--;
        }
        size--;
        return pixels[top][first[top]++];
    }
}
