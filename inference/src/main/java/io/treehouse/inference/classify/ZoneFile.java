package io.treehouse.inference.classify;

import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.vector.FeatureLayer;
import io.treehouse.datasets.vector.FeatureLayer.Shape;
import io.treehouse.datasets.vector.FeatureWriter;
import io.treehouse.datasets.vector.VectorFeature;
import io.treehouse.datasets.vector.ZonePolygon;
import io.treehouse.inference.zone.ZoneCover;
import io.treehouse.inference.zone.ZoneFigures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file of the figures of a tile's zones. */
final class ZoneFile {
    private static final String LAYER = "zones";

    private ZoneFile() {}

    /**
     * Writes the file, which appears complete or not at all.
     *
     * @param polygons the zones, in the order of their figures
     * @param metadata what the file says of its making
     * @param stagingFolder where it is while it is unfinished
     */
    static void write(
            Path target,
            TileRequest request,
            GridReference grid,
            List<ZonePolygon> polygons,
            List<ZoneCover> covers,
            Map<String, String> metadata,
            Optional<Path> stagingFolder) {
        ZoneRequest zones = request.zones().orElseThrow();
        FeatureLayer layer = new FeatureLayer(LAYER, grid, ZoneFigures.FIELDS, metadata, Shape.MULTI_POLYGONS);
        try (StagedFile staged =
                new StagedFile(target, stagingFolder, "." + zones.format().extension())) {
            try (FeatureWriter writer = FeatureWriter.create(zones.format(), staged.path(), layer)) {
                for (int i = 0; i < covers.size(); i++) {
                    writer.write(new VectorFeature(
                            covers.get(i).id(),
                            polygons.get(i).outline(),
                            null,
                            ZoneFigures.of(covers.get(i), request.id(), request.date())));
                }
                writer.finish();
            }
            staged.publish();
        }
    }
}
