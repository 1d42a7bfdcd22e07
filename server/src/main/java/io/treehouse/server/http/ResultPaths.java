package io.treehouse.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.raster.WebTiles;
import java.util.List;

/** The paths below {@code /v1/results} in the OpenAPI document. */
final class ResultPaths {
    private static final String JSON = "application/json";

    private ResultPaths() {}

    /** The schema of a result. */
    static ObjectNode schema() {
        ObjectNode schema = RecordSchemas.of(TileResult.class);
        ObjectNode classification = schema.withObject("/properties/classification");
        classification.withArray("anyOf").addObject().put("$ref", OpenApi.SCHEMAS + "TileClassification");
        classification.withArray("anyOf").addObject().put("type", "null");
        return schema;
    }

    static void describe(ObjectNode paths) {
        ObjectNode get = OpenApi.answer(paths, ResultRoutes.RESULT, "The result, or how far it has come");
        OpenApi.refer(get, JSON, "TileResult");
        OpenApi.content(
                OpenApi.answer(
                        paths, MapRoutes.TILE, "The class map in legend colours, for web maps; a query is passed over"),
                "image/png");
        OpenApi.content(OpenApi.answer(paths, MapRoutes.TILE_JSON, "TileJSON 3.0 of the tiles"), JSON);
        OpenApi.content(OpenApi.answer(paths, MapRoutes.STAC, "The result as STAC item"), "application/geo+json");
        OpenApi.content(OpenApi.answer(paths, MapRoutes.FIGURES, "The figures as a table"), "text/csv");
        OpenApi.content(
                OpenApi.answer(paths, ResultRoutes.FILE, "A file of the result, by the name in its links"), "*/*");
        ObjectNode file = (ObjectNode) OpenApi.item(paths, ResultRoutes.FILE).get("get");
        OpenApi.content(OpenApi.response(file, "206", "The part of it that the header Range asks for"), "*/*");
        ObjectNode head = operation(paths, ResultRoutes.FILE, "head");
        head.put("summary", "How large a file of the result is");
        OpenApi.response(head, "200", "Its length and type");
        ObjectNode put = operation(paths, ResultRoutes.RESULT, "put");
        put.put("summary", "Classifies a tile as POST /v1/tiles does and keeps it under a random UUID of the sender's");
        TilePaths.describeTile(put, TileParameters.OF_KEPT_TILES);
        OpenApi.refer(OpenApi.response(put, "201", "The result"), JSON, "TileResult");
        OpenApi.response(operation(paths, ResultRoutes.RESULT, "delete"), "204", "The result is gone");
        ObjectNode zones = operation(paths, ResultRoutes.ZONES, "post");
        zones.put("summary", "Figures of zones: GeoJSON, GeoPackage, or a Shapefile in one zip archive");
        OpenApi.content(zones.putObject("requestBody").put("required", true), "application/octet-stream");
        OpenApi.refer(OpenApi.response(zones, "200", "The classification with its zones"), JSON, "TileClassification");
        List.of(
                        ResultRoutes.RESULT,
                        ResultRoutes.ZONES,
                        ResultRoutes.FILE,
                        MapRoutes.TILE,
                        MapRoutes.TILE_JSON,
                        MapRoutes.STAC,
                        MapRoutes.FIGURES)
                .forEach(path -> OpenApi.pathParameter(
                        paths, path, "id", "The UUID under which a tile is kept, or the id of a job"));
        OpenApi.pathParameter(paths, MapRoutes.TILE, "z", "Zoom, 0 to " + WebTiles.DEEPEST);
        OpenApi.pathParameter(paths, MapRoutes.TILE, "x", "Column, from the west, 0 to 2^z - 1");
        OpenApi.pathParameter(paths, MapRoutes.TILE, "y", "Row, from the north, 0 to 2^z - 1");
        OpenApi.pathParameter(paths, ResultRoutes.FILE, "file", "A name of the result's links");
    }

    private static ObjectNode operation(ObjectNode paths, String path, String method) {
        ObjectNode operation = OpenApi.item(paths, path).putObject(method);
        OpenApi.refer(OpenApi.response(operation, "default", "A problem"), Problem.MEDIA_TYPE, "Problem");
        return operation;
    }
}
