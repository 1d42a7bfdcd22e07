package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.Gdal;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.PlainPath;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.gdal.ogr.Feature;
import org.gdal.ogr.Layer;

/**
 * Paints the polygons of a GeoJSON or GeoPackage file onto a grid. A pixel belongs to the polygon that its centre lies in.
 * Polygons are transformed into the grid's CRS; on a grid without georeferencing their coordinates are pixels, counted
 * from the top left corner, x to the right and y down. Thread-safe.
 */
public final class PolygonRasteriser {
    private static final List<String> DRIVERS = List.of("GeoJSON", "GPKG");

    /** GDAL takes a grid that starts at exactly (0, 0) with unit pixels for one without a transform. */
    private static final double[] PIXEL_TRANSFORM = {1e-9, 1, 0, 0, 0, 1};

    /** Values are painted as bytes, 0 being outside. */
    private static final int MAXIMUM_VALUES = 255;

    private PolygonRasteriser() {}

    /**
     * Paints polygons, those of later values over those of earlier ones.
     *
     * @param file a GeoJSON or GeoPackage file; all of its layers that have the attribute are taken
     * @param attribute attribute of the polygons
     * @param values texts of the attribute, at most 255
     * @param grid the grid
     * @throws InputProblem if the file cannot be read or no layer has the attribute
     */
    public static BurntPolygons burn(Path file, String attribute, List<String> values, GridReference grid) {
        if (values.size() > MAXIMUM_VALUES) {
            throw new IllegalArgumentException("at most 255 labels can be told apart, not " + values.size());
        }
        Gdal.load();
        Dataset vectors = open(file);
        Dataset canvas = canvas(grid);
        try {
            Map<String, Long> unknown = paint(file, vectors, canvas, attribute, values);
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
            throw unreadable(file, fault);
        } finally {
            canvas.delete();
            vectors.delete();
        }
    }

    private static Dataset open(Path file) {
        try (PlainPath plain = PlainPath.of(file)) {
            Dataset dataset = gdal.OpenEx(
                    plain.path().toString(),
                    gdalconst.OF_VECTOR | gdalconst.OF_READONLY,
                    new Vector<>(DRIVERS),
                    null,
                    null);
            // Some damaged files are refused without an exception.
            if (dataset == null) {
                throw new IllegalStateException(gdal.GetLastErrorMsg());
            }
            return dataset;
        } catch (RuntimeException fault) {
            throw unreadable(file, fault);
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

    private static Map<String, Long> paint(
            Path file, Dataset vectors, Dataset canvas, String attribute, List<String> values) {
        Map<String, Long> unknown = new HashMap<>();
        boolean found = false;
        for (int i = 0; i < vectors.GetLayerCount(); i++) {
            Layer layer = vectors.GetLayer(i);
            if (layer.GetLayerDefn().GetFieldIndex(attribute) < 0) {
                continue;
            }
            found = true;
            countUnknown(layer, attribute, values, unknown);
            for (int value = 0; value < values.size(); value++) {
                layer.SetAttributeFilter(equality(attribute, values.get(value)));
                gdal.RasterizeLayer(canvas, new int[] {1}, layer, new double[] {value + 1});
            }
        }
        if (!found) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "No polygon of " + file + " has the attribute '" + attribute + "'",
                    "Correct 'labels.attribute' in the catalogue");
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

    private static String equality(String attribute, String value) {
        return "CAST(\"%s\" AS character) = '%s'".formatted(attribute.replace("\"", "\\\""), value.replace("'", "''"));
    }

    private static InputProblem unreadable(Path file, RuntimeException cause) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The polygons of " + file + " cannot be read: " + cause.getMessage(),
                "Give a whole GeoJSON or GeoPackage file",
                cause);
    }
}
