package io.treehouse.inference.classify;

import io.treehouse.datasets.raster.Raster;
import io.treehouse.inference.landcover.ClassCover;
import io.treehouse.inference.landcover.LandCover;
import io.treehouse.inference.scene.SeenGrid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the answer for a tile together from what was found in it.
 *
 * @param model what classified it
 * @param programVersion version of the program
 */
record TileAnswer(ServedModel model, String programVersion) {
    /**
     * The answer.
     *
     * @param grids that the network saw the tile on
     * @param millis how long it took
     */
    TileClassification of(
            TileRequest request,
            Raster tile,
            List<SeenGrid> grids,
            LandCover cover,
            TileObjects objects,
            TileAreas areas,
            TileZones zones,
            long millis) {
        return new TileClassification(
                request.id(),
                request.date(),
                request.mergedFrom(),
                byLabel(cover),
                cover.valid(),
                cover.nodata(),
                areas.tile(),
                areas.methods(),
                objects.totals(),
                objects.list(),
                areas.zones(),
                zones.sha256(),
                gsdMetres(tile).orElse(null),
                tile.groundSampling().source().label(),
                tile.crs().orElse(null),
                tile.corners().orElse(null),
                new ImageSize(tile.width(), tile.height()),
                tile.bands(),
                AppliedRange.of(tile.valueRange()),
                model,
                grids,
                programVersion,
                millis,
                Stream.concat(tile.warnings().stream(), zones.warnings().stream())
                        .toList());
    }

    private static Map<String, ClassCover> byLabel(LandCover cover) {
        Map<String, ClassCover> classes = new LinkedHashMap<>();
        cover.classes().forEach((surface, classCover) -> classes.put(surface.label(), classCover));
        return classes;
    }

    private static Optional<Double> gsdMetres(Raster tile) {
        return tile.pixelAreas().map(areas -> Math.sqrt(areas.areaM2(tile.width() / 2, tile.height() / 2)));
    }
}
