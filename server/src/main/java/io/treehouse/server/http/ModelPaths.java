package io.treehouse.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The paths below {@code /v1/models} in the OpenAPI document. */
final class ModelPaths {
    private static final String JSON = "application/json";
    private static final List<String> OF_CHANGES = List.of("by", "reason");

    private ModelPaths() {}

    static void describe(ObjectNode paths) {
        String version = ModelRoutes.VERSION;
        OpenApi.refer(OpenApi.answer(paths, version, "All that is known of NAME@VERSION"), JSON, "ModelDetails");
        OpenApi.refer(
                OpenApi.answer(paths, version + "/diff/{other}", "In what two versions differ"), JSON, "ModelDiff");
        ObjectNode add = change(paths, "/v1/models", "post", "201", "The candidate that was added");
        OpenApi.content(add.putObject("requestBody").put("required", true), "application/octet-stream");
        parameter(add, "parent", "query");
        change(paths, version + "/promote", "post", "200", "The version, which serves now");
        change(paths, version + "/retire", "post", "200", "The version, set aside");
        change(paths, "/v1/models/rollback", "post", "200", "The version that serves again");
        ObjectNode delete = operation(paths, version, "delete");
        OpenApi.response(delete, "204", "The files of the version are gone");
        for (String path : List.of(version, version + "/diff/{other}", version + "/promote", version + "/retire")) {
            parameter(OpenApi.item(paths, path), "id", "path");
        }
        parameter(OpenApi.item(paths, version + "/diff/{other}"), "other", "path");
    }

    private static ObjectNode change(ObjectNode paths, String path, String method, String status, String description) {
        ObjectNode operation = operation(paths, path, method);
        OpenApi.refer(OpenApi.response(operation, status, description), JSON, "Model");
        return operation;
    }

    /** Changes say by whom and why, and need a token where the server can be reached from other machines. */
    private static ObjectNode operation(ObjectNode paths, String path, String method) {
        ObjectNode operation = OpenApi.item(paths, path).putObject(method);
        OF_CHANGES.forEach(name -> parameter(operation, name, "query"));
        for (String status : List.of("401", "default")) {
            OpenApi.refer(OpenApi.response(operation, status, "A problem"), Problem.MEDIA_TYPE, "Problem");
        }
        return operation;
    }

    private static void parameter(ObjectNode holder, String name, String in) {
        ObjectNode parameter =
                holder.withArray("parameters").addObject().put("name", name).put("in", in);
        if (in.equals("path")) {
            parameter.put("required", true).put("description", "NAME@VERSION");
        }
        parameter.putObject("schema").put("type", "string");
    }
}
