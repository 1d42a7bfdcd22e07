package io.treehouse.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** {@code GET /v1/schemas/{name}}: one JSON Schema of the contract. */
final class SchemaHandler implements Handler {
    /** The media type of JSON Schemas. */
    static final String MEDIA_TYPE = "application/schema+json";

    @Override
    public void handle(Context context) {
        String name = context.pathParam("name");
        context.json(Contract.document(name)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404,
                        "not-found",
                        "Not found",
                        "There is no schema '" + name + "'.",
                        "GET " + Contract.PATH + " lists what there is."))));
        context.contentType(MEDIA_TYPE);
    }
}
