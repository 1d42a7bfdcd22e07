package io.treehouse.inference.objects;

import java.util.Arrays;

/** Pixels by height, the highest first and of equals the first in reading order: a binary heap. Not thread-safe. */
final class PixelQueue {
    private long[] heap = new long[1024];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /**
     * Adds a pixel.
     *
     * @param height its height, at least 0
     */
    void add(float height, int pixel) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        // The bits of floats that are not negative are in the order of their values.
        long key = (long) (Integer.MAX_VALUE - Float.floatToIntBits(height)) << 32 | pixel;
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2] > key) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = key;
    }

    /** Takes the first pixel out. */
    int removeFirst() {
        int first = (int) heap[0];
        long last = heap[--size];
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
            child = 2 * at + 1;
        }
        heap[at] = last;
        return first;
    }
}
