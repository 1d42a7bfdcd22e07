package io.treehouse.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the OpenAPI document says of all operations that answer with figures. */
final class FigurePaths {
    private FigurePaths() {}

    /**
     * Describes the answers of an operation.
     *
     * @param description of the good one
     * @param schema name of the schema of its document
     */
    static void describeAnswers(ObjectNode operation, String description, String schema) {
        ObjectNode answer = OpenApi.response(operation, "200", description);
        for (FigureForm wanted : FigureForm.values()) {
            OpenApi.content(answer, wanted.mediaType());
        }
        OpenApi.refer(answer, FigureForm.JSON.mediaType(), schema);
        for (String status : new String[] {"406", "default"}) {
            OpenApi.refer(OpenApi.response(operation, status, "A problem"), Problem.MEDIA_TYPE, "Problem");
        }
    }
}
