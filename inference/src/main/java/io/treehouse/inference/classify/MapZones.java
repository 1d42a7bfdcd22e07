package io.treehouse.inference.classify;

import io.treehouse.datasets.raster.ClassMapRows;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.ShownConfidence;
import io.treehouse.datasets.vector.ZoneReader;
import io.treehouse.datasets.vector.Zones;
import io.treehouse.inference.errormatrix.ModelErrors;
import io.treehouse.inference.landcover.LandCoverAccumulator;
import io.treehouse.inference.zone.ZoneAccumulator;
import io.treehouse.inference.zone.ZoneCover;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The figures of zones on a class map that was made before, without classifying it again. */
public final class MapZones {
    private MapZones() {}

    /**
     * Counts a class map by zones. Pixels, areas and their intervals are those that the zones would have got with the tile; mean
     * confidences are of the pixels that are shown, and objects are not counted.
     *
     * @param classMap the class map
     * @param shown what a viewer shows it from, for the confidences
     * @param polygons file of the zones
     * @param errors what is known of the errors of the model that made it
     * @throws io.treehouse.datasets.problem.InputProblem if the zones cannot be used, or not with this map
     */
    public static List<ZoneCover> count(
            Path classMap, DisplayFiles shown, Path polygons, Optional<ModelErrors> errors) {
        try (ClassMapRows map = ClassMapRows.open(classMap)) {
            GridReference grid = map.grid();
            Zones zones = ZoneReader.read(polygons, grid);
            LandCoverAccumulator cover = new LandCoverAccumulator(grid.width(), map.areas());
            ZoneAccumulator counted = new ZoneAccumulator(zones.polygons(), grid.width(), grid.height(), map.areas());
            map.sendTo(
                    (firstRow, rows, classes, confidence) -> {
                        cover.rows(firstRow, rows, classes, confidence);
                        counted.rows(firstRow, rows, classes, confidence);
                    },
                    ShownConfidence.read(shown.pixels(), grid.width(), grid.height()));
            return TileAreas.of(errors, Optional.empty(), cover.landCover(), counted.covers())
                    .zones();
        }
    }
}
