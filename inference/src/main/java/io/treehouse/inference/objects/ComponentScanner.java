package io.treehouse.inference.objects;

import io.treehouse.datasets.raster.PixelAreas;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the 4-connected parts of a class map while its rows come, by joining the runs of each row to those above
 * (Rosenfeld and Pfaltz 1966, with union-find). A part leaves as soon as no further row can add to it; only parts that
 * are still open are held. Not thread-safe.
 */
final class ComponentScanner {
    private final ObjectClass kind;
    private final int height;
    private final Optional<PixelAreas> areas;
    private final Consumer<Region> sink;
    private final long minimumPixels;
    private final boolean[] member = new boolean[SurfaceClass.NODATA + 1];
    private RunRow above;
    private RunRow current;
    private final byte[] classesAbove;

    /** @param minimumPixels pixels below which a part is no object */
    ComponentScanner(
            ObjectClass kind,
            int width,
            int height,
            Optional<PixelAreas> areas,
            long minimumPixels,
            Consumer<Region> sink) {
        this.kind = kind;
        this.height = height;
        this.areas = areas;
        this.minimumPixels = minimumPixels;
        this.sink = sink;
        SurfaceClass.all().forEach(surface -> member[surface.code()] = kind.holds(surface));
        above = new RunRow(width);
        current = new RunRow(width);
        classesAbove = new byte[width];
    }

    /** Takes the next row. */
    void row(MapRow row) {
        current.find(row.runs(), member);
        join(row);
        measure(row);
        release(row);
        RunRow free = above;
        above = current;
        current = free;
        System.arraycopy(row.classes(), row.offset(), classesAbove, 0, row.width());
        if (row.y() == height - 1) {
            above.components().forEach(component -> component.root().releaseTo(this::emit));
        }
    }

    /** Gives each run of the current row the part of the runs above that it touches, or a new one. */
    private void join(MapRow row) {
        int first = 0;
        for (int run = 0; run < current.count(); run++) {
            while (first < above.count() && above.end(first) <= current.start(run)) {
                first++;
            }
            OpenComponent component = null;
            for (int i = first; i < above.count() && above.start(i) < current.end(run); i++) {
                OpenComponent touched = above.component(i).root();
                component = component == null ? touched : component.union(touched);
            }
            component = component == null ? new OpenComponent(new RegionBuilder(areas)) : component;
            component.reach(row.y());
            current.setComponent(run, component);
        }
    }

    private void measure(MapRow row) {
        for (int run = 0; run < current.count(); run++) {
            int start = current.start(run);
            int end = current.end(run);
            RegionBuilder region = current.component(run).root().region();
            region.add(row.y(), start, end, row.confidence(), row.offset());
            if (row.y() == 0 || row.y() == height - 1 || row.endsAtEdge(start, end) || isBelowNodata(start, end)) {
                region.touchEdge();
            }
        }
    }

    private boolean isBelowNodata(int start, int end) {
        for (int x = start; x < end; x++) {
            if (classesAbove[x] == MapRow.NODATA) {
                return true;
            }
        }
        return false;
    }

    /** Lets go of the parts of the row above that this row did not reach. */
    private void release(MapRow row) {
        for (int run = 0; run < above.count(); run++) {
            OpenComponent component = above.component(run).root();
            if (row.hasNodata(above.start(run), above.end(run))) {
                component.region().touchEdge();
            }
        }
        for (int run = 0; run < above.count(); run++) {
            OpenComponent component = above.component(run).root();
            if (!component.reaches(row.y())) {
                component.releaseTo(this::emit);
            }
        }
    }

    private void emit(RegionBuilder region) {
        if (region.pixels() >= minimumPixels) {
            sink.accept(region.build(kind, null));
        }
    }
}
