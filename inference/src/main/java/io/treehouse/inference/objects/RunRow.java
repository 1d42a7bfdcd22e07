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
    void find(ClassRuns classes, boolean[] member) {
        count = 0;
        for (int run = 0; run < classes.count(); run++) {
            if (member[classes.code(run) & 255]) {
                add(classes.start(run), classes.end(run));
            }
        }
    }

    private void add(int start, int end) {
        if (count > 0 && ends[count - 1] == start) {
            ends[count - 1] = end;
        } else {
            starts[count] = start;
            ends[count++] = end;
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
