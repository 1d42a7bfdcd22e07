package io.treehouse.inference.objects;

/** The longest runs of equal classes along one row, which fill it. Reused from row to row; not thread-safe. */
final class ClassRuns {
    private final int[] ends;
    private final byte[] codes;
    private int count;

    ClassRuns(int width) {
        ends = new int[width];
        codes = new byte[width];
    }

    /** Finds the runs of a row that begins at {@code offset}; the row before is forgotten. */
    void find(byte[] classes, int offset) {
        count = 0;
        for (int x = 1; x < ends.length; x++) {
            if (classes[offset + x] != classes[offset + x - 1]) {
                add(x, classes[offset + x - 1]);
            }
        }
        add(ends.length, classes[offset + ends.length - 1]);
    }

    private void add(int end, byte code) {
        ends[count] = end;
        codes[count++] = code;
    }

    int count() {
        return count;
    }

    int start(int run) {
        return run == 0 ? 0 : ends[run - 1];
    }

    int end(int run) {
        return ends[run];
    }

    byte code(int run) {
        return codes[run];
    }
}
