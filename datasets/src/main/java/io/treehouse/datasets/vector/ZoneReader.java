package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.GridReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gdal.ogr.Feature;
import org.gdal.ogr.Layer;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads zones: the polygons of a GeoJSON file, a GeoPackage or a Shapefile in a zip archive, laid on a grid. Polygons that
 * cross themselves are mended. The attribute {@code id} identifies a zone (else a feature's number in the file: GeoJSON's
 * member {@code id}, the key of a GeoPackage, or its place from 0), the attribute {@code name} names it, both in any case
 * of letters. Thread-safe.
 */
public final class ZoneReader {
    private static final int MOST_ZONES = 100_000;
    private static final int MOST_CORNERS = 1_000_000;

    private final GridPlacement placement;
    private final ZoneAttributes attributes;
    private final ZoneWarnings warnings = new ZoneWarnings();
    private final List<ZonePolygon> zones = new ArrayList<>();
    private int corners;

    private ZoneReader(GridPlacement placement, ZoneAttributes attributes) {
        this.placement = placement;
        this.attributes = attributes;
    }

    /**
     * Reads the zones of a file.
     *
     * @param file the file; its name does not matter
     * @param grid the grid that they are laid on
     * @throws InputProblem if the file is none of the formats, damaged, too large, without CRS or without polygons, or if
     *     the grid is not georeferenced
     */
    public static Zones read(Path file, GridReference grid) {
        if (grid.transform().isEmpty() || grid.wkt().isEmpty()) {
            throw new InputProblem(
                    Kind.UNUSABLE_RASTER,
                    "The tile is not georeferenced, so that zones have no place on it",
                    "Give bbox and crs with the tile, or leave the zones out");
        }
        try (VectorFile open = VectorFile.open(file)) {
            Layer layer = PolygonLayers.only(open.dataset());
            try (GridPlacement placement = GridPlacement.of(layer.GetSpatialRef(), grid)) {
                ZoneReader reader = new ZoneReader(placement, ZoneAttributes.of(layer));
                reader.read(layer);
                return new Zones(reader.zones, reader.warnings.inWords());
            }
        }
    }

    private void read(Layer layer) {
        try {
            for (Feature feature = layer.GetNextFeature(); feature != null; feature = layer.GetNextFeature()) {
                try {
                    add(feature);
                } finally {
                    feature.delete();
                }
            }
        } catch (InputProblem problem) {
            throw problem;
        } catch (RuntimeException damaged) {
            throw VectorFile.unreadable(damaged);
        }
        if (zones.isEmpty()) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT, "The zones' file holds no feature", "Send at least one polygon");
        }
        warnOfSharedIds();
        if (zones.stream().allMatch(zone -> zone.outline().isEmpty())) {
            warnings.add("No zone lies on the tile");
        }
    }

    /** Whoever puts figures together by ids takes such zones for parts of one. */
    private void warnOfSharedIds() {
        Map<String, Long> byId = zones.stream()
                .collect(Collectors.groupingBy(ZonePolygon::id, LinkedHashMap::new, Collectors.counting()));
        byId.forEach((id, count) -> {
            if (count > 1) {
                warnings.add(count + " zones have the id '" + id + "': estimates take them for parts of one zone");
            }
        });
    }

    private void add(Feature feature) {
        String id = attributes.id(feature);
        Geometry polygons = SentPolygons.of(feature, id, warnings);
        corners += polygons.getNumPoints();
        if (zones.size() == MOST_ZONES || corners > MOST_CORNERS) {
            throw new InputProblem(
                    Kind.TOO_LARGE,
                    "There are more than %d zones or %d corners".formatted(MOST_ZONES, MOST_CORNERS),
                    "Send fewer or simpler zones at once");
        }
        Geometry valid = SentPolygons.valid(placement.unwrapped(polygons, id, warnings), id, warnings);
        PlacedPolygons placed = placement.place(valid, id);
        zones.add(new ZonePolygon(id, attributes.name(feature), placed.outline(), placed.areaPixels()));
    }
}
