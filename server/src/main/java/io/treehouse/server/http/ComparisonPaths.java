package io.treehouse.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The path of comparisons in the OpenAPI document. */
final class ComparisonPaths {
    private ComparisonPaths() {}

    static void describe(ObjectNode paths) {
        ObjectNode post = OpenApi.item(paths, "/v1/comparisons")
                .putObject("post")
                .put("summary", "Compares two class maps of one place, or a class map and a land-use plan");
        ObjectNode form = OpenApi.content(post.putObject("requestBody").put("required", true), FormFiles.MEDIA_TYPE)
                .putObject("schema")
                .put("type", "object");
        ComparisonHandler.FIELDS.forEach((name, description) ->
                form.withObject("/properties").putObject(name).put("description", description));
        form.withObject("/properties").putObject("request").put("$ref", OpenApi.SCHEMAS + "ComparisonRequest");
        form.withArray("required").add("before");
        FigurePaths.describeAnswers(
                post,
                "What changed; as a table, a row for each change, class and figure (ComparisonFigures)",
                "Comparison");
    }
}
