package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.GridReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gdal.osr.SpatialReference;
import org.gdal.osr.osrConstants;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Lays polygons of one CRS on a grid of another. Polygons that do not come near the grid are not transformed at all, and
 * of those that reach far beyond it only the part near the grid is: a map projection makes no sense everywhere. Holds native objects; belongs to one
 * thread.
 */
final class GridPlacement implements AutoCloseable {
    /** How far around the grid zones are transformed, in sizes of the grid. */
    private static final int REACH = 10;

    private final Longitudes longitudes;
    private final CrsBridge bridge;
    private final PixelTransform pixels;
    private final Envelope surroundings;
    private final Envelope neighbourhood;

    private GridPlacement(Longitudes longitudes, CrsBridge bridge, GridReference grid) {
        this.longitudes = longitudes;
        this.bridge = bridge;
        this.pixels = new PixelTransform(grid, bridge);
        this.surroundings = pixels.surroundings();
        neighbourhood = new Envelope(surroundings);
        neighbourhood.expandBy(REACH * surroundings.getWidth(), REACH * surroundings.getHeight());
    }

    /**
     * @param sent CRS of the polygons
     * @param grid a georeferenced grid
     * @throws InputProblem if there is no way from one CRS to the other
     */
    static GridPlacement of(SpatialReference sent, GridReference grid) {
        SpatialReference source = sent.Clone();
        SpatialReference target = new SpatialReference(grid.wkt().orElseThrow());
        try {
            source.SetAxisMappingStrategy(osrConstants.OAMS_TRADITIONAL_GIS_ORDER);
            target.SetAxisMappingStrategy(osrConstants.OAMS_TRADITIONAL_GIS_ORDER);
            return new GridPlacement(Longitudes.of(source), CrsBridge.between(source, target, centre(grid)), grid);
        } catch (RuntimeException noWay) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The zones cannot be brought from the CRS '%s' into that of the tile: %s"
                            .formatted(source.GetName(), noWay.getMessage()),
                    "Send zones in WGS 84 or in the tile's CRS",
                    noWay);
        } finally {
            target.delete();
            source.delete();
        }
    }

    private static Coordinate centre(GridReference grid) {
        double[] t = grid.transform().orElseThrow();
        double x = grid.width() / 2.0;
        double y = grid.height() / 2.0;
        return new Coordinate(t[0] + x * t[1] + y * t[2], t[3] + x * t[4] + y * t[5]);
    }

    /**
     * Polygons as they go on across the antimeridian.
     *
     * @throws InputProblem if their coordinates cannot be of their CRS
     */
    Geometry unwrapped(Geometry polygons, String id, ZoneWarnings warnings) {
        longitudes.check(polygons, id);
        return longitudes.unwrapped(polygons, id, warnings);
    }

    /**
     * Lays valid polygons on the grid.
     *
     * @throws InputProblem if they have no place in the grid's CRS even near the grid
     */
    PlacedPolygons place(Geometry polygons, String id) {
        List<Polygon> near = new ArrayList<>();
        for (double shift : longitudes.shifts()) {
            Geometry shifted =
                    AffineTransformation.translationInstance(shift, 0).transform(polygons);
            for (int i = 0; i < shifted.getNumGeometries(); i++) {
                if (shifted.getGeometryN(i).getEnvelopeInternal().intersects(surroundings)) {
                    near.add((Polygon) shifted.getGeometryN(i));
                }
            }
        }
        List<Polygon> placed = new ArrayList<>();
        double sentArea = 0;
        for (Polygon polygon : near) {
            sentArea += place(polygon, id, placed);
        }
        Geometry outline = polygons.getFactory().createMultiPolygon(placed.toArray(Polygon[]::new));
        double areaPixels = sentArea > 0 ? outline.getArea() * polygons.getArea() / sentArea : 0;
        return new PlacedPolygons(outline, areaPixels);
    }

    /** Places a polygon and returns how much of it, in the area of its own coordinates. */
    private double place(Polygon polygon, String id, List<Polygon> placed) {
        Geometry part = neighbourhood.covers(polygon.getEnvelopeInternal())
                ? polygon
                : polygon.intersection(polygon.getFactory().toGeometry(neighbourhood));
        for (int i = 0; i < part.getNumGeometries(); i++) {
            if (part.getGeometryN(i) instanceof Polygon piece && !piece.isEmpty()) {
                placed.add(onGrid(piece)
                        .orElseThrow(() -> new InputProblem(
                                Kind.INVALID_DOCUMENT,
                                "The zone '" + id + "' reaches to where the tile's CRS ends",
                                "Send it in the tile's CRS")));
            }
        }
        return part.getArea();
    }

    private Optional<Polygon> onGrid(Polygon polygon) {
        Optional<LinearRing> shell = pixels.ring(polygon.getExteriorRing());
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            pixels.ring(polygon.getInteriorRingN(i)).ifPresent(holes::add);
        }
        return shell.filter(ring -> holes.size() == polygon.getNumInteriorRing())
                .map(ring -> polygon.getFactory().createPolygon(ring, holes.toArray(LinearRing[]::new)));
    }

    @Override
    public void close() {
        bridge.close();
    }
}
