package io.treehouse.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The paths of feedback in the OpenAPI document. */
final class FeedbackPaths {
    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data";

    private FeedbackPaths() {}

    static void describe(ObjectNode paths) {
        ObjectNode add = post(paths, FeedbackRoutes.FEEDBACK, "Says that a place or an object of an answer is wrong");
        ObjectNode body = add.putObject("requestBody").put("required", true);
        OpenApi.refer(body, JSON, "FeedbackRequest");
        ObjectNode fields = form(body, List.of("feedback"));
        fields.putObject("feedback").put("$ref", OpenApi.SCHEMAS + "FeedbackRequest");
        fields.putObject("tile").put("description", "The tile that it is about, unless 'tile' names one");

        ObjectNode correct = post(paths, FeedbackRoutes.CORRECTIONS, "Sends a class map back that somebody corrected");
        OpenApi.parameters(correct, FeedbackRoutes.OF_CORRECTIONS);
        ObjectNode parts = form(correct.putObject("requestBody").put("required", true), List.of("tile", "classes"));
        parts.putObject("tile").put("description", "The tile");
        parts.putObject("classes").put("description", "Codes 0 to 4 on the tile's grid, 255 where nothing is known");

        ObjectNode list = OpenApi.answer(paths, FeedbackRoutes.FEEDBACK, "What was said, the latest first");
        OpenApi.refer(list, JSON, "FeedbackPage");
        ObjectNode get = (ObjectNode) paths.get(FeedbackRoutes.FEEDBACK).get("get");
        OpenApi.parameters(get, FeedbackRoutes.OF_LISTS);
        OpenApi.content(
                OpenApi.answer(paths, FeedbackRoutes.LABELS, "All of it as a data set to train on"), "application/zip");
        OpenApi.refer(OpenApi.answer(paths, FeedbackRoutes.ENTRY, "What was said"), JSON, "Feedback");
        ObjectNode item = OpenApi.item(paths, FeedbackRoutes.ENTRY);
        OpenApi.pathParameter(paths, FeedbackRoutes.ENTRY, "id", "Id of what was said");
        ObjectNode delete = item.putObject("delete");
        OpenApi.response(delete, "204", "It is forgotten");
        problem(delete);
    }

    private static ObjectNode post(ObjectNode paths, String path, String summary) {
        ObjectNode post = OpenApi.item(paths, path).putObject("post").put("summary", summary);
        OpenApi.parameters(post, TileParameters.OF_IMAGES);
        OpenApi.refer(OpenApi.response(post, "201", "What was kept"), JSON, "Feedback");
        problem(post);
        return post;
    }

    private static void problem(ObjectNode operation) {
        OpenApi.refer(OpenApi.response(operation, "default", "A problem"), Problem.MEDIA_TYPE, "Problem");
    }

    private static ObjectNode form(ObjectNode body, List<String> required) {
        ObjectNode schema = OpenApi.content(body, FORM).putObject("schema").put("type", "object");
        required.forEach(schema.putArray("required")::add);
        return schema.putObject("properties");
    }
}
