package io.treehouse.inference.zone;

import java.util.Arrays;

/**
 * How much of each pixel of one row lies within a zone, by the areas under its edges: each edge adds the part of every
 * pixel to its right that its height spans, and the edges on the other side take it away again. Shares are whole numbers
 * of {@link #UNIT}: the zones of a partition share out each pixel without a rest. Used again for each row; belongs to one
 * thread.
 */
final class CoverageRow {
    /** A whole pixel. The pixels of the largest map, 2^32, still add up within a long. */
    static final long UNIT = 1L << 28;

    /** Receives runs of pixels of the same share. */
    @FunctionalInterface
    interface Runs {
        /**
         * @param from first column
         * @param to column after the last
         * @param share part of each pixel that lies within the zone, in {@link CoverageRow#UNIT}s
         */
        void run(int from, int to, long share);
    }

    private final int width;
    private int[] columns = new int[64];
    private long[] heights = new long[64];
    private long[] areas = new long[64];
    private long[] order = new long[64];
    private int cells;

    CoverageRow(int width) {
        this.width = width;
    }

    /** Adds the part of an edge that lies in a row. */
    void add(Edge edge, int row) {
        double from = Math.max(edge.top(), row);
        double to = Math.min(edge.bottom(), row + 1.0);
        if (from >= to) {
            return;
        }
        double fromX = edge.xAt(from);
        double toX = edge.xAt(to);
        int step = fromX <= toX ? 1 : -1;
        double y = from;
        double x = fromX;
        for (int column = column(fromX); column != column(toX); column += step) {
            double line = step > 0 ? column + 1.0 : column;
            double lineY = Math.max(y, Math.min(to, edge.yAt(line)));
            addCell(column, row, y, x, lineY, line, edge.sign());
            y = lineY;
            x = line;
        }
        addCell(column(toX), row, y, x, to, toX, edge.sign());
    }

    /** The column of a position; −1 stands for all to the left of the map, {@code width} for all to its right. */
    private int column(double x) {
        return (int) Math.max(-1, Math.min(width, Math.floor(x)));
    }

    private void addCell(int column, int row, double y0, double x0, double y1, double x1, int sign) {
        long height = sign * (fixed(y1 - row) - fixed(y0 - row));
        if (height == 0 || column >= width) {
            return;
        }
        if (cells == columns.length) {
            grow();
        }
        columns[cells] = column;
        heights[cells] = height;
        double toTheRight = column < 0 ? 0 : column + 1 - (x0 + x1) / 2;
        areas[cells] = sign * Math.round(Math.abs(height) * toTheRight);
        cells++;
    }

    private static long fixed(double share) {
        return Math.round(share * UNIT);
    }

    private void grow() {
        int length = 2 * columns.length;
        columns = Arrays.copyOf(columns, length);
        heights = Arrays.copyOf(heights, length);
        areas = Arrays.copyOf(areas, length);
        order = Arrays.copyOf(order, length);
    }

    /** Hands on the runs of pixels that the edges added enclose, from left to right, and forgets the edges. */
    void drain(Runs runs) {
        for (int i = 0; i < cells; i++) {
            order[i] = (columns[i] + 1L) << 32 | i;
        }
        Arrays.sort(order, 0, cells);
        long height = 0;
        int next = 0;
        for (int i = 0; i < cells; ) {
            int column = columns[(int) order[i]];
            emit(runs, next, column, height);
            long area = height;
            for (; i < cells && columns[(int) order[i]] == column; i++) {
                area += areas[(int) order[i]];
                height += heights[(int) order[i]];
            }
            if (column >= 0) {
                emit(runs, column, column + 1, area);
            }
            next = column + 1;
        }
        emit(runs, next, width, height);
        cells = 0;
    }

    private static void emit(Runs runs, int from, int to, long share) {
        if (from < to && share != 0) {
            runs.run(from, to, share);
        }
    }
}
