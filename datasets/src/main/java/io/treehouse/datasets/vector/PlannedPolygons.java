package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.Set;
import org.gdal.gdal.Dataset;
import org.gdal.ogr.Feature;
import org.gdal.ogr.Geometry;
import org.gdal.ogr.Layer;
import org.gdal.ogr.ogr;
import org.gdal.ogr.ogrConstants;

/** Checks that what a plan holds are polygons whose places are known: painting takes lines and points, too, and any coordinates. */
final class PlannedPolygons {
    private static final Set<Integer> POLYGONS = Set.of(
            ogrConstants.wkbPolygon,
            ogrConstants.wkbMultiPolygon,
            ogrConstants.wkbCurvePolygon,
            ogrConstants.wkbMultiSurface);

    private PlannedPolygons() {}

    /**
     * Checks the layers that have the attribute.
     *
     * @throws InputProblem if one has no CRS, or a feature is of points or lines
     */
    static void require(Dataset plan, String attribute) {
        for (int i = 0; i < plan.GetLayerCount(); i++) {
            Layer layer = plan.GetLayer(i);
            if (layer.GetLayerDefn().GetFieldIndex(attribute) >= 0) {
                PolygonLayers.requireCrs(layer);
                requirePolygons(layer);
            }
        }
    }

    private static void requirePolygons(Layer layer) {
        for (Feature feature = layer.GetNextFeature(); feature != null; feature = layer.GetNextFeature()) {
            try {
                requirePolygon(feature);
            } finally {
                feature.delete();
            }
        }
        layer.ResetReading();
    }

    private static void requirePolygon(Feature feature) {
        Geometry geometry = feature.GetGeometryRef();
        if (geometry != null && !POLYGONS.contains(ogr.GT_Flatten(geometry.GetGeometryType()))) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The feature " + feature.GetFID() + " is a " + geometry.GetGeometryName() + " and no polygon",
                    "Send polygons with a CRS");
        }
    }
}
