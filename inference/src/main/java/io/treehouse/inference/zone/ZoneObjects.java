package io.treehouse.inference.zone;

import io.treehouse.datasets.vector.ZonePolygon;
import io.treehouse.inference.objects.ObjectTotal;
import io.treehouse.inference.objects.ObjectTotals;
import io.treehouse.inference.objects.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.intervalrtree.SortedPackedIntervalRTree;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Counts objects by zones. A crown counts as a whole in each zone that its position lies in, other objects where the mean
 * of their pixels' centres does: counts of the zones of a partition add up to those of the map. Not thread-safe.
 */
public final class ZoneObjects implements Consumer<Region> {
    /** By how much less than this corners are moved. */
    private static final double LATTICE_PIXELS = 1e-6;

    private final boolean areasAreKnown;
    private final STRtree zones = new STRtree();
    private final Map<Integer, ObjectTotals> totals = new HashMap<>();

    /** The edges of one zone, by the lines that they cross. */
    private record Outline(int zone, SortedPackedIntervalRTree edges) {
        /**
         * Whether a point lies in the zone: the edges to its left open the zone once more than they close it. An edge holds
         * its upper end and not its lower one, and a point on it lies to its right, so that a point on the border of two zones is
         * in one of them.
         */
        boolean contains(Coordinate point) {
            int[] opened = new int[1];
            edges.query(point.y, point.y, item -> {
                Edge edge = (Edge) item;
                if (edge.top() <= point.y && point.y < edge.bottom() && edge.xAt(point.y) <= point.x) {
                    opened[0] += edge.sign();
                }
            });
            return opened[0] > 0;
        }
    }

    /**
     * @param polygons the zones, in pixels of the map
     * @param width columns of the map
     * @param height rows of the map
     * @param areasAreKnown whether the objects' ground areas are known
     */
    public ZoneObjects(List<ZonePolygon> polygons, int width, int height, boolean areasAreKnown) {
        this.areasAreKnown = areasAreKnown;
        for (int zone = 0; zone < polygons.size(); zone++) {
            List<Edge> edges =
                    ZoneOutline.of(polygons.get(zone).outline(), width, height).edges();
            if (!edges.isEmpty()) {
                SortedPackedIntervalRTree byLine = new SortedPackedIntervalRTree();
                edges.forEach(edge -> byLine.insert(edge.top(), edge.bottom(), edge));
                Envelope extent = polygons.get(zone).outline().getEnvelopeInternal();
                extent.expandBy(LATTICE_PIXELS);
                zones.insert(extent, new Outline(zone, byLine));
            }
        }
    }

    @Override
    public void accept(Region region) {
        Coordinate place = region.position() == null ? region.pixels().centre() : region.position();
        for (Object found : zones.query(new Envelope(place))) {
            Outline outline = (Outline) found;
            if (outline.contains(place)) {
                totals.computeIfAbsent(outline.zone(), zone -> new ObjectTotals(areasAreKnown))
                        .accept(region);
            }
        }
    }

    /** The figures of the zones, in their order, with the objects so far. */
    public List<ZoneCover> addedTo(List<ZoneCover> covers) {
        Map<String, ObjectTotal> none = new ObjectTotals(areasAreKnown).byLabel();
        List<ZoneCover> added = new ArrayList<>();
        for (int zone = 0; zone < covers.size(); zone++) {
            ObjectTotals found = totals.get(zone);
            added.add(covers.get(zone).withObjects(found == null ? none : found.byLabel()));
        }
        return added;
    }
}
