package io.treehouse.inference.compare.table;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.vector.DegreeGrid;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.datasets.vector.FeatureLayer;
import io.treehouse.datasets.vector.FeatureLayer.Shape;
import io.treehouse.datasets.vector.FeatureWriter;
import io.treehouse.datasets.vector.VectorFeature;
import io.treehouse.inference.carbon.table.CoefficientItems;
import io.treehouse.inference.compare.Comparison;
import io.treehouse.inference.table.ProvenanceItems;
import io.treehouse.inference.table.TableFormats;
import java.nio.file.Path;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A comparison as a file of features, a row for each figure, whose place is that of the first map. Thread-safe. */
public final class ComparisonFigures {
    private static final String LAYER = "comparison";

    private ComparisonFigures() {}

    /**
     * Writes the file, in the CRS of the first map; without georeferencing its rows have no place.
     *
     * @param grid grid of the first map
     * @param origin items that tell where the two states come from, beyond what the comparison says
     * @param file where to; there must be no file yet
     * @throws InputProblem if the format cannot hold it
     */
    public static void write(
            Comparison comparison, GridReference grid, Map<String, String> origin, FeatureFormat format, Path file) {
        TableFormats.requirePossible(format);
        boolean isPlaced = grid.transform().isPresent() && grid.wkt().isPresent();
        Geometry outline = isPlaced ? outline(grid) : null;
        FeatureLayer layer = new FeatureLayer(
                LAYER,
                isPlaced ? grid : DegreeGrid.ofTheEarth(),
                ComparisonColumns.FIELDS,
                metadata(comparison, origin),
                Shape.MULTI_POLYGONS);
        try (FeatureWriter writer = FeatureWriter.create(format, file, layer)) {
            for (ComparisonRow row : ComparisonRow.of(comparison)) {
                writer.write(new VectorFeature(row.id(), outline, null, row.values()));
            }
            writer.finish();
        }
    }

    private static Geometry outline(GridReference grid) {
        GeometryFactory geometries = new GeometryFactory();
        Polygon whole = (Polygon) geometries.toGeometry(new Envelope(0, grid.width(), 0, grid.height()));
        return geometries.createMultiPolygon(new Polygon[] {whole});
    }

    private static Map<String, String> metadata(Comparison comparison, Map<String, String> origin) {
        ProvenanceItems items = new ProvenanceItems();
        origin.forEach(items::put);
        CoefficientItems.put(items, comparison.coefficientSet());
        return items.put("BEFORE_RESULT", comparison.before())
                .put("AFTER_RESULT", comparison.after())
                .put("AFTER_IS_PLAN", comparison.plan())
                .put("COMPARED_M2", comparison.comparedM2())
                .put("ONLY_ONCE_M2", comparison.onlyOnceM2())
                .put("MAP_CRS", comparison.crs())
                .put("MAP_GSD_METRES", comparison.gsdMetres())
                .put("INTERVAL_METHOD", comparison.intervalMethod())
                .put("ERROR_MODEL", comparison.errorModel())
                .put("ERROR_CORRELATION", comparison.errorCorrelation())
                .put("TREE_METHOD", comparison.treeMethod().label())
                .put("DRAWS", comparison.draws())
                .put("SEED", comparison.seed())
                .put("WARNINGS", comparison.warnings())
                .put("PROGRAM_VERSION", comparison.programVersion())
                .items();
    }
}
