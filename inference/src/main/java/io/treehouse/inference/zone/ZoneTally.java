package io.treehouse.inference.zone;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.datasets.vector.ZonePolygon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One zone while the rows of a map go by. Belongs to one thread. */
final class ZoneTally {
    private static final int NODATA_SLOT = SurfaceClass.COUNT;

    private final ZonePolygon zone;
    private final List<Edge> waiting;
    private final List<Edge> crossing = new ArrayList<>();
    private final ClassSums sums = new ClassSums();
    private int next;

    ZoneTally(ZonePolygon zone, int width, int height) {
        this.zone = zone;
        waiting = ZoneOutline.of(zone.outline(), width, height).edges();
    }

    /** First row of the map that the zone can reach; a row after the last for a zone that reaches none. */
    int firstRow() {
        return waiting.isEmpty()
                ? Integer.MAX_VALUE
                : (int) Math.max(0, Math.floor(waiting.get(0).top()));
    }

    /** Takes its part of a row; false when it reaches no further row. */
    boolean take(int row, CoverageRow coverage, RowSums pixels) {
        while (next < waiting.size() && waiting.get(next).top() < row + 1) {
            crossing.add(waiting.get(next++));
        }
        for (Edge edge : crossing) {
            coverage.add(edge, row);
        }
        crossing.removeIf(edge -> edge.bottom() <= row + 1);
        coverage.drain((from, to, share) -> pixels.addTo(sums, from, to, share));
        return next < waiting.size() || !crossing.isEmpty();
    }

    /** The figures of the rows that went by. */
    ZoneCover cover(boolean areasAreKnown) {
        long validUnits = 0;
        double validAreaM2 = 0;
        for (int code = 0; code < SurfaceClass.COUNT; code++) {
            validUnits += sums.pixels[code];
            validAreaM2 += sums.areaM2[code];
        }
        Map<String, ZoneClassCover> classes = new LinkedHashMap<>();
        for (SurfaceClass surface : SurfaceClass.all()) {
            classes.put(surface.label(), cover(surface.code(), validUnits, areasAreKnown));
        }
        ZoneExtent valid = extent(validUnits, validAreaM2, areasAreKnown);
        ZoneExtent nodata = extent(sums.pixels[NODATA_SLOT], sums.areaM2[NODATA_SLOT], areasAreKnown);
        double onTile = valid.pixels() + nodata.pixels();
        double shareOnTile = zone.areaPixels() > 0 ? share(onTile / zone.areaPixels()) : 0;
        return new ZoneCover(zone.id(), zone.name(), shareOnTile, classes, valid, nodata, Map.of(), null);
    }

    private static ZoneExtent extent(long units, double areaM2, boolean areasAreKnown) {
        return new ZoneExtent(pixels(units), areasAreKnown ? atLeast0(areaM2) : null);
    }

    private ZoneClassCover cover(int code, long validUnits, boolean areasAreKnown) {
        long units = Math.max(0, sums.pixels[code]);
        Double fraction = validUnits <= 0 ? null : share((double) units / validUnits);
        Double confidence = units == 0 ? null : share(sums.confidence[code] / pixels(units));
        return new ZoneClassCover(
                pixels(units), fraction, areasAreKnown ? atLeast0(sums.areaM2[code]) : null, confidence);
    }

    /** Rounding leaves a few billionths of a pixel where there is none. */
    private static double pixels(long units) {
        return atLeast0((double) units / CoverageRow.UNIT);
    }

    private static double atLeast0(double value) {
        return Math.max(0, value);
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
