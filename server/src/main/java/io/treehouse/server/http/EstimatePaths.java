package io.treehouse.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The path of estimates in the OpenAPI document. */
final class EstimatePaths {
    private static final String REQUEST = "EstimateRequest";

    private EstimatePaths() {}

    static void describe(ObjectNode paths) {
        ObjectNode post = OpenApi.item(paths, "/v1/estimates")
                .putObject("post")
                .put("summary", "Estimates sinks and emissions from results of classification");
        ObjectNode body = post.putObject("requestBody").put("required", true);
        OpenApi.refer(body, FigureForm.JSON.mediaType(), REQUEST);
        ObjectNode form =
                OpenApi.content(body, FormFiles.MEDIA_TYPE).putObject("schema").put("type", "object");
        form.putArray("required").add(EstimateHandler.REQUEST);
        ObjectNode fields = form.putObject("properties");
        fields.putObject(EstimateHandler.REQUEST).put("$ref", OpenApi.SCHEMAS + REQUEST);
        fields.putObject(EstimateHandler.ZONES)
                .put(
                        "description",
                        "The zones that the results have figures of, for their outlines in tables: GeoJSON, GeoPackage, or"
                                + " a Shapefile in a zip archive");
        FigurePaths.describeAnswers(
                post,
                "Sinks and emissions; as a table, a row for each figure of each zone (EstimateFigures)",
                "Estimate");
    }
}
