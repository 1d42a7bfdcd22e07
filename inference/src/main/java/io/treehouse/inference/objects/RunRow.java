package io.treehouse.inference.objects;

import java.util.Arrays;
import java.util.List;

/** The runs of one row with the parts that they belong to. Reused from row to row; not thread-safe. */
final class RunRow {
    private final int[] starts;
    private final int[] ends;
    private final OpenComponent[] components;
    private int count;

    RunRow(int width) {
        int most = (width + 1) / 2;
        starts = new int[most];
        ends = new int[most];
        components = new OpenComponent[most];
    }

    /** Finds the runs of the pixels whose class is a member. */
    void find(MapRow row, boolean[] member) {
        count = 0;
        int x = 0;
        while (x < row.width()) {
            if (!member[row.code(x) & 255]) {
                x++;
                continue;
            }
            starts[count] = x;
            while (x < row.width() && member[row.code(x) & 255]) {
                x++;
            }
            ends[count++] = x;
        }
    }

    int count() {
        return count;
    }

    int start(int run) {
        return starts[run];
    }

    int end(int run) {
        return ends[run];
    }

    OpenComponent component(int run) {
        return components[run];
    }

    void setComponent(int run, OpenComponent component) {
        components[run] = component;
    }

    List<OpenComponent> components() {
        return Arrays.asList(components).subList(0, count);
    }
}
