package io.treehouse.inference.carbon.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.vector.DegreeGrid;
import io.treehouse.datasets.vector.ZonePolygon;
import io.treehouse.datasets.vector.ZoneReader;
import io.treehouse.inference.carbon.document.ResultReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Where the zones of an estimate lie, as far as that is known. Immutable by agreement.
 *
 * @param grid a grid in degrees about all results
 * @param outlines polygons of zones by their ids, in pixels of the grid
 */
public record ZonePlaces(GridReference grid, Map<String, Geometry> outlines) {
    public ZonePlaces {
        outlines = Map.copyOf(outlines);
    }

    /**
     * The places that a request for an estimate tells itself: a tile without zones lies between its corners.
     *
     * @param request the document
     * @param zones file of the zones that the results have figures of: GeoJSON, GeoPackage or a Shapefile in a zip archive
     * @throws InputProblem if corners are no places, or the file cannot be read, or has none of the results' zones
     */
    public static ZonePlaces of(JsonNode request, Optional<Path> zones) {
        Map<String, Polygon> tiles = new LinkedHashMap<>();
        Set<String> zoneIds = new HashSet<>();
        Envelope extent = new Envelope();
        TileCorners corners = new TileCorners();
        int number = 0;
        for (JsonNode result : request.path("results")) {
            String id = ResultReader.id(result, ++number);
            corners.outline(result.path("corners"), id).ifPresent(outline -> {
                extent.expandToInclude(outline.getEnvelopeInternal());
                if (result.path("zones").isEmpty()) {
                    tiles.put(id, outline);
                }
            });
            result.path("zones").forEach(zone -> zoneIds.add(zone.path("id").asText()));
        }
        GridReference grid = extent.isNull() ? DegreeGrid.ofTheEarth() : DegreeGrid.over(extent);
        Map<String, Geometry> outlines = new HashMap<>();
        tiles.forEach((id, outline) -> outlines.put(id, inPixels(outline, grid)));
        if (zones.isPresent()) {
            if (extent.isNull()) {
                throw withoutPlace();
            }
            add(zones.get(), zoneIds, grid, outlines);
        }
        return new ZonePlaces(grid, outlines);
    }

    private static void add(Path zones, Set<String> ids, GridReference grid, Map<String, Geometry> outlines) {
        boolean known = false;
        for (ZonePolygon zone : ZoneReader.read(zones, grid).polygons()) {
            if (ids.contains(zone.id())) {
                known = true;
                if (!zone.outline().isEmpty()) {
                    outlines.merge(zone.id(), zone.outline(), (one, other) -> several(one.union(other)));
                }
            }
        }
        if (!known) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "None of the zones in the file is a zone of the results",
                    "Give the file that was sent with the tiles; zones are found by their ids");
        }
    }

    private static Geometry inPixels(Polygon degrees, GridReference grid) {
        double[] t = grid.transform().orElseThrow();
        return several(AffineTransformation.translationInstance(-t[0], -t[3])
                .scale(1 / t[1], 1 / t[5])
                .transform(degrees));
    }

    private static MultiPolygon several(Geometry polygons) {
        return polygons instanceof MultiPolygon several
                ? several
                : polygons.getFactory().createMultiPolygon(new Polygon[] {(Polygon) polygons});
    }

    private static InputProblem withoutPlace() {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "No result tells its corners, so that zones have no place beside it",
                "Give results of georeferenced tiles as they were answered, or leave the zones out");
    }
}
