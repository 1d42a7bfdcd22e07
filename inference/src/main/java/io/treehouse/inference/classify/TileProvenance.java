package io.treehouse.inference.classify;

import io.treehouse.datasets.raster.Raster;
import io.treehouse.inference.scene.SeenGrid;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What files made from a tile say of their making, so that each figure in them can be computed again. */
final class TileProvenance {
    private TileProvenance() {}

    /** Items by their published names, always in one order, so that the same tile gives the same files byte by byte. */
    static Map<String, String> of(
            ServedModel model, List<SeenGrid> grids, String programVersion, TileRequest request, Raster tile) {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("MODEL_NAME", model.name());
        items.put("MODEL_VERSION", model.version());
        items.put("MODEL_SHA256", model.sha256());
        items.put("MODEL_PRECISION", model.precision());
        items.put("MODEL_GRIDS_METRES", joined(grids, SeenGrid::gsdMetres));
        items.put("MODEL_GRIDS_SHARES", joined(grids, SeenGrid::share));
        items.put("PROGRAM_VERSION", programVersion);
        put(items, "IMAGE_ID", request.id());
        put(items, "IMAGE_DATE", request.date());
        put(items, "IMAGE_CRS", tile.crs().orElse(null));
        if (tile.groundSampling().isKnown()) {
            items.put(
                    "IMAGE_GSD_METRES",
                    String.format(Locale.ROOT, "%.6g", tile.groundSampling().metres()));
        }
        items.put("IMAGE_GSD_SOURCE", tile.groundSampling().source().label());
        items.put("IMAGE_BANDS", tile.bands().stream().map(String::valueOf).collect(Collectors.joining(",")));
        AppliedRange range = AppliedRange.of(tile.valueRange());
        items.put("IMAGE_VALUE_RANGE", "%s,%s".formatted(range.low(), range.high()));
        return Collections.unmodifiableMap(items);
    }

    private static String joined(List<SeenGrid> grids, ToDoubleFunction<SeenGrid> figure) {
        return grids.stream()
                .map(grid -> String.valueOf(figure.applyAsDouble(grid)))
                .collect(Collectors.joining(","));
    }

    private static void put(Map<String, String> items, String name, String value) {
        if (value != null) {
            items.put(name, value);
        }
    }
}
