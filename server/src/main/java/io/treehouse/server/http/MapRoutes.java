package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.WebTiles;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results for maps, catalogues and spreadsheets: XYZ tiles, their TileJSON, a STAC item, and figures as a table. */
final class MapRoutes {
    /** Path of a tile. */
    static final String TILE = ResultRoutes.RESULT + "/tiles/{z}/{x}/{y}.png";
    /** Path of what may be a tile: also what ends otherwise, to say what there is. */
    static final String ANY_TILE = ResultRoutes.RESULT + "/tiles/{z}/{x}/{y}";
    /** Path of the TileJSON. */
    static final String TILE_JSON = ResultRoutes.RESULT + "/tilejson.json";
    /** Path of the STAC item. */
    static final String STAC = ResultRoutes.RESULT + "/stac.json";

    /** Path of the figures. */
    static final String FIGURES = ResultRoutes.RESULT + "/" + FinishedResult.FIGURES;

    private static final String PNG = ".png";

    private final FinishedResults results;
    private final ObjectMapper json;

    MapRoutes(FinishedResults results, ObjectMapper json) {
        this.results = results;
        this.json = json;
    }

    void register(RoutesConfig routes) {
        routes.get(ANY_TILE, this::tile);
        routes.get(TILE_JSON, this::tileJson);
        routes.get(STAC, this::stac);
        routes.get(FIGURES, this::figures);
    }

    private void tile(Context context) {
        WebTiles map = placed(result(context));
        String row = context.pathParam("y");
        if (!row.endsWith(PNG)) {
            throw noTile(context.path());
        }
        try {
            int zoom = Integer.parseInt(context.pathParam("z"));
            long x = Long.parseLong(context.pathParam("x"));
            long y = Long.parseLong(row.substring(0, row.length() - PNG.length()));
            if (!WebTiles.exists(zoom, x, y)) {
                throw noTile(context.path());
            }
            context.contentType("image/png").header("Cache-Control", "private, max-age=3600");
            context.result(map.png(zoom, x, y));
        } catch (NumberFormatException noNumber) {
            throw noTile(context.path());
        }
    }

    private static InputProblem noTile(String path) {
        return new InputProblem(
                Kind.NOT_FOUND,
                "There is no tile " + path,
                "Tiles are numbered ZOOM/COLUMN/ROW.png from 0, zooms 0 to " + WebTiles.DEEPEST);
    }

    private void tileJson(Context context) throws IOException {
        FinishedResult result = result(context);
        WebTiles.Extent extent = placed(result).extent();
        JsonNode answer = result.readAnswer(json);
        double latitude = (extent.south() + extent.north()) / 2;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tilejson", "3.0.0");
        document.put("name", answer.path("id").asText(result.id()));
        document.put("scheme", "xyz");
        document.put("tiles", List.of(address(context, result.mapLinks().get("tiles"))));
        document.put("minzoom", 0);
        document.put(
                "maxzoom",
                WebTiles.deepestUseful(latitude, answer.path("gsdMetres").asDouble(1)));
        document.put("bounds", List.of(extent.west(), extent.south(), extent.east(), extent.north()));
        document.put("center", List.of((extent.west() + extent.east()) / 2, latitude));
        context.json(document);
    }

    private void stac(Context context) throws IOException {
        FinishedResult result = result(context);
        WebTiles.Extent extent = placed(result).extent();
        JsonNode answer = result.readAnswer(json);
        context.contentType("application/geo+json")
                .result(json.writeValueAsString(StacItem.of(result, answer, extent, path -> address(context, path))));
    }

    private void figures(Context context) throws IOException {
        FinishedResult result = result(context);
        context.contentType(FiguresCsv.MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + FinishedResult.FIGURES + "\"")
                .result(FiguresCsv.of(result.readAnswer(json), result.id()));
    }

    /** With the name by which the caller reached the server, behind a proxy too. */
    private static String address(Context context, String path) {
        String scheme = context.header("X-Forwarded-Proto");
        return ("https".equals(scheme) ? "https" : "http") + "://" + context.host() + path;
    }

    private static WebTiles placed(FinishedResult result) {
        if (!result.isPlaced()) {
            throw new InputProblem(
                    Kind.NOT_GEOREFERENCED,
                    "The result " + result.id() + " is not georeferenced, so that it has no place on a map",
                    "Give bbox and crs with the image");
        }
        return new WebTiles(result.classMap());
    }

    private FinishedResult result(Context context) {
        return results.get(ResultRoutes.id(context));
    }
}
