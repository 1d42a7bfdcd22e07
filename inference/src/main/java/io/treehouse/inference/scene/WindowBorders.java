package io.treehouse.inference.scene;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where the windows of a scene hand over to each other, in pixels of the scene: the middles of the zones in which they fade.
 *
 * @param columns borders between windows side by side
 * @param rows borders between windows one above the other
 */
public record WindowBorders(List<Integer> columns, List<Integer> rows) {
    public WindowBorders {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** These borders and others. */
    WindowBorders and(WindowBorders others) {
        return new WindowBorders(both(columns, others.columns), both(rows, others.rows));
    }

    private static List<Integer> both(List<Integer> some, List<Integer> others) {
        return Stream.concat(some.stream(), others.stream()).sorted().toList();
    }

    /** Whether the scene fits into one window. */
    public boolean isEmpty() {
        return columns.isEmpty() && rows.isEmpty();
    }

    /** Pixels from a pixel to the nearest border; {@link Integer#MAX_VALUE} if there is none. */
    public int distance(int x, int y) {
        return Math.min(distance(columns, x), distance(rows, y));
    }

    private static int distance(List<Integer> borders, int position) {
        int nearest = Integer.MAX_VALUE;
        for (int border : borders) {
            nearest = Math.min(nearest, Math.abs(border - position));
        }
        return nearest;
    }
}
