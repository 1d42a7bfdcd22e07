package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.GridReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.gdal.ogr.Feature;
import org.gdal.ogr.Layer;

/**
 * Paints the polygons of a file (GeoJSON, GeoPackage, or a Shapefile in a zip archive) onto a grid. A pixel belongs to the polygon that its centre lies in.
 * Polygons are transformed into the grid's CRS; on a grid without georeferencing their coordinates are pixels, counted
 * from the top left corner, x to the right and y down. Thread-safe.
 */
public final class PolygonRasteriser {
    /** The value that stands for all that are not named, and for none: footprints often have no attribute of use. */
    public static final String ANY_OTHER = "*";

    /** GDAL takes a grid that starts at exactly (0, 0) with unit pixels for one without a transform. */
    private static final double[] PIXEL_TRANSFORM = {1e-9, 1, 0, 0, 0, 1};

    /** Values are painted as bytes, 0 being outside. */
    private static final int MAXIMUM_VALUES = 255;

    private PolygonRasteriser() {}

    /**
     * Paints polygons, those of later values over those of earlier ones.
     *
     * @param file the file; all of its layers that have the attribute are taken
     * @param attribute attribute of the polygons
     * @param values texts of the attribute, at most 255; {@link #ANY_OTHER} takes polygons of any other text, also those of
     *     layers without the attribute
     * @param grid the grid
     * @throws InputProblem if the file cannot be read or no layer has the attribute
     */
    public static BurntPolygons burn(Path file, String attribute, List<String> values, GridReference grid) {
        if (values.size() > MAXIMUM_VALUES) {
            throw new IllegalArgumentException("at most 255 labels can be told apart, not " + values.size());
        }
        try (VectorFile vectors = VectorFile.openOwn(file)) {
            return burn(vectors.dataset(), attribute, values, grid);
        } catch (InputProblem problem) {
            throw new InputProblem(problem.kind(), file + ": " + problem.getMessage(), problem.remedy(), problem);
        }
    }

    /**
     * Paints the polygons of an open file.
     *
     * @throws InputProblem if no layer has the attribute
     */
    static BurntPolygons burn(Dataset vectors, String attribute, List<String> values, GridReference grid) {
        Dataset canvas = canvas(grid);
        try {
            Map<String, Long> unknown = paint(vectors, canvas, attribute, values);
            byte[] painted = new byte[grid.width() * grid.height()];
            canvas.GetRasterBand(1)
                    .ReadRaster(
                            0,
                            0,
                            grid.width(),
                            grid.height(),
                            grid.width(),
                            grid.height(),
                            gdalconst.GDT_Byte,
                            painted);
            return new BurntPolygons(painted, unknown);
        } catch (InputProblem problem) {
            throw problem;
        } catch (RuntimeException fault) {
            throw VectorFile.unreadable(fault);
        } finally {
            canvas.delete();
        }
    }

    private static Dataset canvas(GridReference grid) {
        Dataset canvas = gdal.GetDriverByName("MEM").Create("", grid.width(), grid.height(), 1, gdalconst.GDT_Byte);
        boolean georeferenced = grid.transform().isPresent() && grid.wkt().isPresent();
        canvas.SetGeoTransform(georeferenced ? grid.transform().orElseThrow() : PIXEL_TRANSFORM);
        if (georeferenced) {
            canvas.SetProjection(grid.wkt().orElseThrow());
        }
        return canvas;
    }

    private static Map<String, Long> paint(Dataset vectors, Dataset canvas, String attribute, List<String> values) {
        Map<String, Long> unknown = new HashMap<>();
        boolean found = false;
        for (int i = 0; i < vectors.GetLayerCount(); i++) {
            Layer layer = vectors.GetLayer(i);
            boolean has = layer.GetLayerDefn().GetFieldIndex(attribute) >= 0;
            if (!has && !values.contains(ANY_OTHER)) {
                continue;
            }
            found = true;
            if (!values.contains(ANY_OTHER)) {
                countUnknown(layer, attribute, values, unknown);
            }
            for (int value = 0; value < values.size(); value++) {
                if (has || values.get(value).equals(ANY_OTHER)) {
                    layer.SetAttributeFilter(has ? filter(attribute, values.get(value), values) : null);
                    gdal.RasterizeLayer(canvas, new int[] {1}, layer, new double[] {value + 1});
                }
            }
        }
        if (!found) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "No polygon has the attribute '" + attribute + "'",
                    "Correct 'labels.attribute' in the catalogue, or let the legend have the label '*' for all polygons");
        }
        return unknown;
    }

    private static void countUnknown(Layer layer, String attribute, List<String> values, Map<String, Long> unknown) {
        layer.SetAttributeFilter(null);
        for (Feature feature = layer.GetNextFeature(); feature != null; feature = layer.GetNextFeature()) {
            String value = feature.GetFieldAsString(attribute);
            if (!values.contains(value)) {
                unknown.merge(value, 1L, Long::sum);
            }
            feature.delete();
        }
    }

    /** Chooses the polygons of a value. */
    private static String filter(String attribute, String value, List<String> values) {
        if (!value.equals(ANY_OTHER)) {
            return equality(attribute, value);
        }
        String named = values.stream()
                .filter(other -> !other.equals(ANY_OTHER))
                .map(other -> equality(attribute, other))
                .collect(Collectors.joining(" OR "));
        return named.isEmpty() ? null : "\"%s\" IS NULL OR NOT (%s)".formatted(escaped(attribute), named);
    }

    private static String escaped(String attribute) {
        return attribute.replace("\"", "\\\"");
    }

    private static String equality(String attribute, String value) {
        return "CAST(\"%s\" AS character) = '%s'".formatted(escaped(attribute), value.replace("'", "''"));
    }
}
