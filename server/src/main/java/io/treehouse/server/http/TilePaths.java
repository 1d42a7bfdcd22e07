package io.treehouse.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The path of tiles in the OpenAPI document, and what all operations share that take a tile. */
final class TilePaths {
    private TilePaths() {}

    static void describe(ObjectNode paths) {
        ObjectNode post = OpenApi.item(paths, "/v1/tiles").putObject("post");
        post.put("summary", "Classifies a tile: GeoTIFF, PNG or JPEG, raw or as the form's field 'tile'");
        describeTile(post, TileParameters.OF_TILES);
        ObjectNode answer = OpenApi.response(post, "200", "The tile's classification");
        for (AnswerForm form : AnswerForm.values()) {
            OpenApi.content(answer, form.mediaType());
        }
        OpenApi.refer(answer, AnswerForm.JSON.mediaType(), "TileClassification");
        OpenApi.refer(
                OpenApi.response(
                        post, "406", "No form that is accepted, or objects of a tile that is not georeferenced"),
                Problem.MEDIA_TYPE,
                "Problem");
        OpenApi.refer(OpenApi.response(post, "default", "A problem"), Problem.MEDIA_TYPE, "Problem");
    }

    /** The parameters and the body of an operation that takes a tile. */
    static void describeTile(ObjectNode operation, List<QueryParameter> parameters) {
        OpenApi.parameters(operation, parameters);
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        raw(body);
        form(OpenApi.content(body, FormFiles.MEDIA_TYPE));
    }

    /** An image as it is. */
    static void raw(ObjectNode body) {
        OpenApi.content(body, "application/octet-stream");
        OpenApi.content(body, "image/*");
    }

    private static void form(ObjectNode content) {
        ObjectNode schema = content.putObject("schema").put("type", "object");
        schema.withArray("required").add("tile");
        ObjectNode fields = schema.putObject("properties");
        fields.putObject("tile").put("description", "The image");
        fields.putObject("zones")
                .put(
                        "description",
                        "Polygons whose figures are wanted too: GeoJSON, GeoPackage, or a Shapefile in one zip archive");
        fields.putObject("sample")
                .put(
                        "description",
                        "A labelled sample of the tile's class map, which areas are estimated from: GeoJSON, GeoPackage or CSV");
    }
}
