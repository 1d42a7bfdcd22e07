package io.treehouse.inference.carbon.table;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.datasets.vector.FeatureLayer;
import io.treehouse.datasets.vector.FeatureLayer.Shape;
import io.treehouse.datasets.vector.FeatureWriter;
import io.treehouse.datasets.vector.VectorFeature;
import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.estimate.Estimate;
import io.treehouse.inference.carbon.estimate.ZoneEstimate;
import io.treehouse.inference.carbon.estimate.ZoneEstimate.AreaUsed;
import io.treehouse.inference.table.ProvenanceItems;
import io.treehouse.inference.table.TableFormats;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An estimate as a file of features in WGS 84: a row for each figure and each sum of every zone, and of all zones together.
 * Rows are written one by one. Serves one estimate; not thread-safe.
 */
public final class FigureTable {
    private static final String LAYER = "carbon";

    private final Estimate estimate;
    private final ZonePlaces places;
    private final String coefficientSet;

    private FigureTable(Estimate estimate, ZonePlaces places) {
        this.estimate = estimate;
        this.places = places;
        coefficientSet = CoefficientItems.label(estimate.coefficientSet());
    }

    /**
     * Writes the file.
     *
     * @param file where to; there must be no file yet
     * @throws InputProblem if the format cannot hold it
     */
    public static void write(Estimate estimate, ZonePlaces places, FeatureFormat format, Path file) {
        TableFormats.requirePossible(format);
        FeatureLayer layer =
                new FeatureLayer(LAYER, places.grid(), FigureColumns.FIELDS, metadata(estimate), Shape.MULTI_POLYGONS);
        FigureTable table = new FigureTable(estimate, places);
        try (FeatureWriter writer = FeatureWriter.create(format, file, layer)) {
            estimate.zones().forEach(zone -> table.write(zone.id(), "zone/" + zone.id() + "/", zone, writer));
            table.write(null, "total/", estimate.total(), writer);
            writer.finish();
        }
    }

    private void write(String zoneId, String idBegin, ZoneEstimate zone, FeatureWriter writer) {
        for (FigureRow row : FigureRow.of(zone)) {
            Map<String, Object> values = values(row, zone);
            values.put("zoneId", zoneId);
            writer.write(new VectorFeature(
                    idBegin + row.id(),
                    zoneId == null ? null : places.outlines().get(zoneId),
                    null,
                    values));
        }
    }

    private Map<String, Object> values(FigureRow row, ZoneEstimate zone) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("zoneName", zone.name());
        values.put("figure", row.figure());
        values.put("kind", row.kind().label());
        values.put("entry", row.entry().label());
        if (row.value() != null) {
            FigureColumns.of(row.kind()).put(values, row.value());
        }
        FigureColumns.explain(values, row.notationKey(), row.reason());
        FigureColumns.putNotEstimated(values, row.notEstimated());
        Flow.ofLabel(row.figure())
                .map(flow -> flow.surface().label())
                .ifPresent(label -> putArea(values, label, zone.areas().get(label)));
        values.put("formula", row.basis() == null ? null : row.basis().formula());
        values.put("site", zone.site() == null ? null : ProvenanceItems.json(zone.site()));
        values.put("coefficientSet", coefficientSet);
        return values;
    }

    private static void putArea(Map<String, Object> values, String label, AreaUsed area) {
        values.put("areaClass", label);
        values.put("areaM2", area.areaM2());
        values.put("areaStandardErrorM2", area.standardErrorM2());
        values.put("areaCountedM2", area.countedM2());
        values.put("areaSource", area.source());
    }

    /** What an estimate says of its making, as items of a file. */
    private static Map<String, String> metadata(Estimate estimate) {
        ProvenanceItems items = new ProvenanceItems();
        CoefficientItems.put(items, estimate.coefficientSet());
        return items.put("TREE_METHOD", estimate.treeMethod().label())
                .put("DRAWS", estimate.draws())
                .put("SEED", estimate.seed())
                .put("RESULTS", estimate.results())
                .put("WARNINGS", estimate.warnings())
                .put("PROGRAM_VERSION", estimate.programVersion())
                .items();
    }
}
