package io.treehouse.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.inference.classify.TileClassification;

/** The OpenAPI 3.1 document of the server, built from the records that it writes. */
final class OpenApi {
    private OpenApi() {}

    static ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "Treehouse").put("version", "1");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        schemas.set("TileClassification", RecordSchemas.of(TileClassification.class));
        schemas.set("Problem", RecordSchemas.of(Problem.class));
        ObjectNode paths = document.putObject("paths");
        classify(paths.putObject("/v1/tiles").putObject("post"));
        for (String path : new String[] {"/v1/models", "/health/live", "/health/ready", "/openapi.json"}) {
            ObjectNode get = paths.putObject(path).putObject("get");
            content(response(get, "200", "The answer"), "application/json");
        }
        return document;
    }

    private static void classify(ObjectNode post) {
        post.put("summary", "Classifies a tile: GeoTIFF, PNG or JPEG, raw or as the form's field 'tile'");
        for (String name : TileHandler.PARAMETERS) {
            ObjectNode parameter =
                    post.withArray("parameters").addObject().put("name", name).put("in", "query");
            parameter.putObject("schema").put("type", "string");
        }
        ObjectNode body = post.putObject("requestBody").put("required", true);
        content(body, "application/octet-stream");
        ObjectNode answer = response(post, "200", "The tile's classification");
        for (AnswerForm form : AnswerForm.values()) {
            content(answer, form.mediaType());
        }
        refer(answer, AnswerForm.JSON.mediaType(), "TileClassification");
        refer(response(post, "default", "A problem"), Problem.MEDIA_TYPE, "Problem");
    }

    private static ObjectNode response(ObjectNode operation, String status, String description) {
        return operation.withObject("/responses").putObject(status).put("description", description);
    }

    private static ObjectNode content(ObjectNode holder, String mediaType) {
        ObjectNode all = holder.has("content") ? (ObjectNode) holder.get("content") : holder.putObject("content");
        return all.putObject(mediaType);
    }

    private static void refer(ObjectNode holder, String mediaType, String schema) {
        content(holder, mediaType).putObject("schema").put("$ref", "#/components/schemas/" + schema);
    }
}
