package io.treehouse.inference.scene;

/** The rows of one grid that one row of windows looks at, over the whole width. Not thread-safe. */
final class ImageStrip {
    private final ModelRowReader reader;
    private final int width;
    private final float[] rgb;
    private final boolean[] valid;
    private int start;
    private int end;

    /**
     * @param width columns of the grid
     * @param rows rows that are held at once
     */
    ImageStrip(ModelRowReader reader, int width, int rows) {
        this.reader = reader;
        this.width = width;
        rgb = new float[Math.multiplyExact(3 * width, rows)];
        valid = new boolean[width * rows];
    }

    /** Drops the rows before {@code first} and reads on up to, not including, {@code end}. */
    void moveTo(int first, int end) {
        int keptPixels = (this.end - first) * width;
        int dropped = (first - start) * width;
        System.arraycopy(rgb, 3 * dropped, rgb, 0, 3 * keptPixels);
        System.arraycopy(valid, dropped, valid, 0, keptPixels);
        for (; this.end < end; this.end++) {
            reader.next(rgb, valid, (this.end - first) * width);
        }
        start = first;
    }

    /** Takes what the scene's rows that are there give, before others take their place. */
    void takeRest() {
        while (reader.hasNext()) {
            reader.next(rgb, valid, (end - start) * width);
            end++;
        }
        reader.keepRest();
    }

    /** Goes on with {@code row}: the rows before it are forgotten, or read and left out. */
    void skipTo(int row) {
        if (row <= end) {
            moveTo(row, end);
        } else {
            reader.skipTo(row);
            start = row;
            end = row;
        }
    }

    /**
     * Copies the window of all rows held and {@code columns} columns.
     *
     * @param windowRgb receives {@code [rows, columns, 3]}
     * @param windowValid receives {@code [rows, columns]}
     */
    void copyWindow(int firstColumn, int columns, float[] windowRgb, boolean[] windowValid) {
        for (int y = 0; y < end - start; y++) {
            int from = y * width + firstColumn;
            System.arraycopy(rgb, 3 * from, windowRgb, 3 * y * columns, 3 * columns);
            System.arraycopy(valid, from, windowValid, y * columns, columns);
        }
    }
}
