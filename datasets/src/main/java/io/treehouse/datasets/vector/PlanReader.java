package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.PlacedClassMap;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads land-use plans: polygons whose attribute names a surface class. Thread-safe. */
public final class PlanReader {
    private static final String REMEDY =
            "Give polygons with a CRS, as GeoJSON or GeoPackage, with an attribute that names one of %s";

    private PlanReader() {}

    /**
     * Paints a plan onto the grid of a map: a pixel gets the class of the polygon that its centre lies in, and 255 outside
     * of all. Where polygons overlap, the class with the higher code wins.
     *
     * @param file a GeoJSON or GeoPackage file
     * @param attribute attribute that names the class
     * @throws InputProblem if the file cannot be read, is too large, has no CRS or something that is no polygon, if a polygon has
     *     another class or none, or if the map is not georeferenced
     */
    public static PlacedClassMap read(Path file, String attribute, PlacedClassMap map) {
        if (map.crs().isEmpty()) {
            throw new InputProblem(
                    Kind.UNUSABLE_RASTER,
                    "The class map is not georeferenced, so that a plan has no place on it",
                    "Give a class map with CRS and transform");
        }
        List<String> labels =
                SurfaceClass.all().stream().map(SurfaceClass::label).toList();
        BurntPolygons painted = paint(file, attribute, labels, map);
        if (painted.unknown().containsKey("")) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    painted.unknown().get("") + " polygons of the plan have no '" + attribute + "'",
                    "Give each its class, or take them out of the plan");
        }
        if (!painted.unknown().isEmpty()) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The plan's attribute '" + attribute + "' names classes that do not exist: "
                            + String.join(", ", new TreeSet<>(painted.unknown().keySet())),
                    REMEDY.formatted(String.join(", ", labels)));
        }
        byte[] codes = new byte[painted.values().length];
        for (int i = 0; i < codes.length; i++) {
            int value = painted.values()[i] & 255;
            codes[i] = (byte) (value == 0 ? SurfaceClass.NODATA : value - 1);
        }
        return map.withClasses(codes, Map.of());
    }

    private static BurntPolygons paint(Path file, String attribute, List<String> labels, PlacedClassMap map) {
        try (VectorFile plan = VectorFile.open(file)) {
            PlannedPolygons.require(plan.dataset(), attribute);
            return PolygonRasteriser.burn(plan.dataset(), attribute, labels, map.grid());
        } catch (InputProblem problem) {
            throw new InputProblem(
                    problem.kind(),
                    file + ": " + problem.getMessage(),
                    REMEDY.formatted(String.join(", ", labels)),
                    problem);
        }
    }
}
