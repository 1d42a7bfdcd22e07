package io.treehouse.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.server.retraining.RetrainingOrder;
import java.util.List;

/** The paths below {@code /v1/retrainings} in the OpenAPI document. */
final class RetrainingPaths {
    private static final String JSON = "application/json";
    private static final String ALL = "/v1/retrainings";
    private static final List<QueryParameter> BY = List.of(Sender.BY);
    private static final String ONE = RetrainingRoutes.ONE;

    private RetrainingPaths() {}

    static void describe(ObjectNode paths) {
        OpenApi.refer(OpenApi.answer(paths, ALL, "All retrainings, the newest first"), JSON, "Retrainings");
        OpenApi.refer(OpenApi.answer(paths, ONE, "How far a retraining is"), JSON, "Retraining");
        ObjectNode report = OpenApi.answer(paths, ONE + "/report", "Its report, with tables of before and after");
        OpenApi.content(report, "text/markdown");
        OpenApi.content(report, JSON);
        OpenApi.content(
                OpenApi.answer(paths, ONE + "/events", "Events 'status' whose data is a Retraining, until it ends"),
                "text/event-stream");
        order(operation(paths, ALL, "post", "202", "The retraining, which waits for its turn"));
        OpenApi.parameters(operation(paths, ONE, "delete", "200", "The retraining, cancelled"), BY);
        operation(paths, ONE + "/again", "post", "202", "The retraining that failed, which goes on from where it was");
        ObjectNode delete = OpenApi.item(paths, RetrainingRoutes.IMAGERY).putObject("delete");
        OpenApi.response(delete, "204", "The imagery that came with it is deleted");
        OpenApi.refer(OpenApi.response(delete, "default", "A problem"), Problem.MEDIA_TYPE, "Problem");
        for (String path : List.of(ONE, RetrainingRoutes.IMAGERY, ONE + "/report", ONE + "/events", ONE + "/again")) {
            OpenApi.pathParameter(paths, path, "id", "Id of the retraining");
        }
    }

    /** What may be asked for: all may be left out but the catalogues, which come with a form. */
    static ObjectNode request() {
        ObjectNode schema = RecordSchemas.of(RetrainingOrder.class);
        schema.remove("required");
        return schema;
    }

    private static void order(ObjectNode post) {
        OpenApi.parameters(post, BY);
        ObjectNode body = post.putObject("requestBody").put("required", true);
        OpenApi.refer(body, JSON, "RetrainingRequest");
        ObjectNode form =
                OpenApi.content(body, "multipart/form-data").putObject("schema").put("type", "object");
        ObjectNode fields = form.putObject("properties");
        fields.putObject("catalog").put("description", "A dataset.json with legend, without root");
        fields.putObject("image").put("description", "A picture; any number of them");
        fields.putObject("label").put("description", "The label of the picture of the same name; any number of them");
        fields.putObject("request").put("$ref", OpenApi.SCHEMAS + "RetrainingRequest");
        form.withArray("required").add("catalog").add("image").add("label");
    }

    private static ObjectNode operation(
            ObjectNode paths, String path, String method, String status, String description) {
        ObjectNode operation = OpenApi.item(paths, path).putObject(method);
        OpenApi.refer(OpenApi.response(operation, status, description), JSON, "Retraining");
        OpenApi.refer(OpenApi.response(operation, "default", "A problem"), Problem.MEDIA_TYPE, "Problem");
        return operation;
    }
}
