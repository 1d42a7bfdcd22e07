package io.treehouse.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The paths below {@code /v1/models} in the OpenAPI document. */
final class ModelPaths {
    private static final String JSON = "application/json";
    private static final String VERSION = "NAME@VERSION";

    private ModelPaths() {}

    static void describe(ObjectNode paths) {
        String version = ModelRoutes.VERSION;
        OpenApi.refer(OpenApi.answer(paths, version, "All that is known of NAME@VERSION"), JSON, "ModelDetails");
        OpenApi.refer(
                OpenApi.answer(paths, version + "/diff/{other}", "In what two versions differ"), JSON, "ModelDiff");
        ObjectNode add = operation(paths, "/v1/models", "post", ModelRoutes.OF_ADDITIONS);
        OpenApi.refer(OpenApi.response(add, "201", "The candidate that was added"), JSON, "Model");
        OpenApi.content(add.putObject("requestBody").put("required", true), "application/octet-stream");
        change(paths, version + "/promote", "The version, which serves now");
        change(paths, version + "/retire", "The version, set aside");
        change(paths, "/v1/models/rollback", "The version that serves again");
        ObjectNode delete = operation(paths, version, "delete", ModelRoutes.OF_CHANGES);
        OpenApi.response(delete, "204", "The files of the version are gone");
        for (String path : List.of(version, version + "/diff/{other}", version + "/promote", version + "/retire")) {
            OpenApi.pathParameter(paths, path, "id", VERSION);
        }
        OpenApi.pathParameter(paths, version + "/diff/{other}", "other", VERSION);
    }

    private static void change(ObjectNode paths, String path, String description) {
        ObjectNode operation = operation(paths, path, "post", ModelRoutes.OF_CHANGES);
        OpenApi.refer(OpenApi.response(operation, "200", description), JSON, "Model");
    }

    private static ObjectNode operation(ObjectNode paths, String path, String method, List<QueryParameter> parameters) {
        ObjectNode operation = OpenApi.item(paths, path).putObject(method);
        OpenApi.parameters(operation, parameters);
        OpenApi.refer(OpenApi.response(operation, "default", "A problem"), Problem.MEDIA_TYPE, "Problem");
        return operation;
    }
}
