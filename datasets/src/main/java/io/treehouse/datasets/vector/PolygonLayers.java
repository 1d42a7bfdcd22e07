package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.gdal.gdal.Dataset;
import org.gdal.ogr.Layer;
import org.gdal.ogr.ogr;
import org.gdal.osr.SpatialReference;

/** Finds the layer of a file that is meant. */
final class PolygonLayers {
    private static final String UNDEFINED = "Undefined ";

    private PolygonLayers() {}

    /** The only layer of a file that has places; tables beside it, such as those of styles, do not count. */
    static Layer only(Dataset dataset) {
        List<Layer> layers = IntStream.range(0, dataset.GetLayerCount())
                .mapToObj(dataset::GetLayer)
                .filter(layer -> dataset.GetLayerCount() == 1 || layer.GetGeomType() != ogr.wkbNone)
                .toList();
        if (layers.size() != 1) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The file has %d layers instead of one: %s"
                            .formatted(
                                    layers.size(),
                                    layers.stream().map(Layer::GetName).toList()),
                    "Send a file with one layer");
        }
        requireCrs(layers.get(0));
        return layers.get(0);
    }

    /**
     * Checks that a layer has a CRS.
     *
     * @throws InputProblem if it has none
     */
    static void requireCrs(Layer layer) {
        SpatialReference crs = layer.GetSpatialRef();
        // A GeoPackage always names one: "Undefined geographic SRS" or "Undefined Cartesian SRS" where nobody said
        // (requirement 11).
        if (crs == null || crs.GetName() == null || crs.GetName().startsWith(UNDEFINED)) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The layer '" + layer.GetName() + "' does not say which CRS its coordinates are in",
                    "Set its CRS");
        }
    }
}
