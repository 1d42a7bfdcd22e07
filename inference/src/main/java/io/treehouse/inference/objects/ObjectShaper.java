package io.treehouse.inference.objects;

import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.GroundSampling;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Gives regions their outlines: simplified, buildings with right angles where their walls support them, always valid,
 * with an area within 2 % of their pixels', and with the courtyards. Where no simplified outline is all of that, the
 * outline is that of the pixels. Immutable and thread-safe.
 */
public final class ObjectShaper {
    private static final double TOLERATED_AREA_CHANGE = 0.02;

    /** Change of area by turned walls up to which a slightly larger or smaller footprint mends it. */
    private static final double MENDABLE_AREA_CHANGE = 0.1;

    /** Shift of a corner up to which turned walls and simplified outlines are believed, in accuracies of the outline. */
    private static final double LARGEST_SHIFT = 3;

    /** Outlines come from a network that sees pixels of this size, in metres: finer steps mean nothing. */
    private static final double OUTLINE_ACCURACY_METRES = 0.5;

    /** Mean offset of a simplified outline, as a part of its accuracy: that of the steps of a slanting wall, and a bit. */
    private static final double LARGEST_OFFSET = 0.3;

    /** Part of the map by which coordinates of sheared pixels come out beside the map's edge. */
    private static final double ROUNDING = 1e-10;

    private final GridReference grid;
    private final AffineTransformation toMetres;
    private final AffineTransformation toPixels;
    private final double pixelM2;
    private final double accuracyMetres;
    private final double widthMetres;
    private final double heightMetres;

    /** How far a step down along a column goes along the rows, too; 0 where the two are perpendicular. */
    private final double shear;

    private final double shearRoundingMetres;

    /**
     * @param grid the map's grid
     * @param sampling size of its pixels on the ground
     */
    public ObjectShaper(GridReference grid, GroundSampling sampling) {
        this.grid = grid;
        double across = sampling.xMetres();
        double down = sampling.yMetres() * Math.sqrt(1 - sampling.axesCosine() * sampling.axesCosine());
        shear = sampling.yMetres() * sampling.axesCosine() / down;
        toMetres = new AffineTransformation(across, shear * down, 0, 0, down, 0);
        toPixels = new AffineTransformation(1 / across, -shear / across, 0, 0, 1 / down, 0);
        pixelM2 = across * down;
        accuracyMetres = Math.max(OUTLINE_ACCURACY_METRES, sampling.metres());
        widthMetres = grid.width() * across;
        heightMetres = grid.height() * down;
        shearRoundingMetres = shear == 0 ? 0 : ROUNDING * (widthMetres + heightMetres);
    }

    /** The object of a region. */
    public MapObject shape(Region region) {
        Polygon raw = RegionOutline.of(region.pixels());
        Polygon metric = (Polygon) toMetres.transform(raw);
        Polygon outline = outline(region, metric);
        Polygon pixels = outline == metric ? raw : inPixels(outline);
        // What was put onto the map's edge may be of another area.
        if (!pixels.isValid() || !keepsArea(pixels, region.pixels().pixels())) {
            pixels = raw;
        }
        return new MapObject(
                ObjectId.of(region, grid),
                region,
                pixels,
                region.areaM2() == null ? null : perimeterM(pixels, region.areaM2() / metric.getArea()));
    }

    /** @param scale ground area of the region by that of its pixels at the map's centre */
    private double perimeterM(Polygon pixels, double scale) {
        return Math.sqrt(scale) * toMetres.transform(pixels).getLength();
    }

    /** Back in pixels; what rounding or a turned wall brought beyond the map's edge is put onto it. */
    private Polygon inPixels(Polygon metric) {
        Polygon pixels = (Polygon) toPixels.transform(metric);
        pixels.apply((CoordinateFilter) corner -> {
            corner.x = Math.max(0, Math.min(grid.width(), corner.x));
            corner.y = Math.max(0, Math.min(grid.height(), corner.y));
        });
        pixels.geometryChanged();
        return pixels;
    }

    private Polygon outline(Region region, Polygon metric) {
        double areaM2 = region.pixels().pixels() * pixelM2;
        for (double degree = region.kind().simplification(); degree > 0.1; degree /= 4) {
            Optional<Polygon> simplified = valid(simplified(metric, degree), areaM2);
            if (simplified.isPresent()) {
                return region.kind() == ObjectClass.BUILDING
                        ? withRightAngles(region, simplified.get(), areaM2).orElse(simplified.get())
                        : simplified.get();
            }
        }
        return metric;
    }

    private Polygon simplified(Polygon polygon, double degree) {
        LinearRing shell = simplified(polygon.getExteriorRing(), degree);
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = simplified(polygon.getInteriorRingN(i), degree);
        }
        return polygon.getFactory().createPolygon(shell, holes);
    }

    private LinearRing simplified(LinearRing ring, double degree) {
        Coordinate[] simplified = SegmentCollapse.simplify(
                ring.getCoordinates(),
                degree * accuracyMetres * accuracyMetres,
                Math.min(1, degree) * LARGEST_OFFSET * accuracyMetres,
                LARGEST_SHIFT * accuracyMetres,
                onMapEdge());
        return ring.getFactory().createLinearRing(simplified);
    }

    private Optional<Polygon> withRightAngles(Region region, Polygon footprint, double areaM2) {
        return RightAngles.restore(footprint, accuracyMetres, onMapEdge())
                .map(square -> region.touchesEdge() ? square : mendArea(square, areaM2))
                .filter(square -> square.isValid() && keepsArea(square, areaM2))
                .filter(square -> isNear(square, footprint));
    }

    /** A slightly larger or smaller footprint of the right area; far too large ones stay, and are refused later. */
    private static Polygon mendArea(Polygon footprint, double areaM2) {
        double ratio = areaM2 / footprint.getArea();
        if (!(Math.abs(ratio - 1) <= MENDABLE_AREA_CHANGE)) {
            return footprint;
        }
        Coordinate centre = footprint.getCentroid().getCoordinate();
        double factor = Math.sqrt(ratio);
        return (Polygon) AffineTransformation.scaleInstance(factor, factor, centre.x, centre.y)
                .transform(footprint);
    }

    /** Whether no corner of either outline is far from the other outline. */
    private boolean isNear(Polygon square, Polygon footprint) {
        return areCornersNear(square, footprint) && areCornersNear(footprint, square);
    }

    private boolean areCornersNear(Polygon polygon, Polygon other) {
        return Arrays.stream(polygon.getCoordinates())
                .allMatch(corner -> distance(other, corner) <= LARGEST_SHIFT * accuracyMetres);
    }

    private static double distance(Polygon polygon, Coordinate point) {
        double nearest =
                Distance.pointToSegmentString(point, polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            Coordinate[] ring = polygon.getInteriorRingN(i).getCoordinates();
            nearest = Math.min(nearest, Distance.pointToSegmentString(point, ring));
        }
        return nearest;
    }

    /** A valid polygon of the right area from one that may cross itself by a little; empty if there is none. */
    private static Optional<Polygon> valid(Polygon polygon, double areaM2) {
        Geometry mended = polygon.isValid() ? polygon : GeometryFixer.fix(polygon);
        Polygon largest = null;
        for (int i = 0; i < mended.getNumGeometries(); i++) {
            if (mended.getGeometryN(i) instanceof Polygon part
                    && (largest == null || part.getArea() > largest.getArea())) {
                largest = part;
            }
        }
        return Optional.ofNullable(largest).filter(part -> keepsArea(part, areaM2));
    }

    private static boolean keepsArea(Polygon polygon, double area) {
        return Math.abs(polygon.getArea() / area - 1) <= TOLERATED_AREA_CHANGE;
    }

    private Predicate<Coordinate> onMapEdge() {
        return c -> isAt(0, c) || c.y == 0 || isAt(widthMetres, c) || c.y == heightMetres;
    }

    /** Whether a place lies on the line of a column's edge. */
    private boolean isAt(double edgeMetres, Coordinate place) {
        return Math.abs(place.x - shear * place.y - edgeMetres) <= shearRoundingMetres;
    }
}
