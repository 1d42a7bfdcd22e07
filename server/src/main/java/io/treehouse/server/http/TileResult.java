package io.treehouse.server.http;

import io.treehouse.datasets.document.Known;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A tile or job that is being classified, or a classified one with all that can be had of it.
 *
 * @param id as the sender of the tile chose it, or the job's
 * @param state {@code working} or {@code done}
 * @param windowsDone windows that are finished
 * @param windowsTotal windows of the tile; 0 while that is not known
 * @param classification what {@code POST /v1/tiles} answers; null while it is in work
 * @param legend the classes in the order of their codes
 * @param links where its files are had, by their names; empty while it is in work
 * @param keptMinutes how long it is kept: a tile after it was last used, a job after it ended
 */
record TileResult(
        @Known String id,
        @Known({"working", "done"}) String state,
        int windowsDone,
        int windowsTotal,
        Object classification,
        @Known List<LegendEntry> legend,
        @Known Map<String, String> links,
        long keptMinutes) {
    /**
     * A class as viewers show it.
     *
     * @param label published name, such as {@code tree_canopy}
     * @param code value of its pixels
     * @param colour {@code #RRGGBB}
     */
    record LegendEntry(@Known String label, int code, @Known String colour) {}

    static final List<LegendEntry> LEGEND = SurfaceClass.all().stream()
            .map(c -> new LegendEntry(c.label(), c.code(), "#%06X".formatted(c.rgb())))
            .toList();

    static TileResult working(String id, int done, int total, Duration kept) {
        return new TileResult(id, "working", done, total, null, LEGEND, Map.of(), kept.toMinutes());
    }

    static TileResult done(String id, int windows, Object classification, Map<String, String> links, Duration kept) {
        return new TileResult(id, "done", windows, windows, classification, LEGEND, links, kept.toMinutes());
    }
}
