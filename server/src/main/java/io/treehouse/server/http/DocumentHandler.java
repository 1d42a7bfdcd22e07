package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.treehouse.datasets.problem.InputProblem;
import java.io.IOException;
import java.util.function.Function;

/** A JSON document in, a JSON document out, computed here and now. */
final class DocumentHandler implements Handler {
    /** A document of the largest size takes some hundred megabytes as objects. */
    private static final int CONCURRENT_DOCUMENTS = 2;

    private static final int MOST_WAITING = 8;

    private final Function<JsonNode, Object> answer;
    private final ObjectMapper json;
    private final JsonBody body;
    private final Admission work;

    /** @param answer from the document to the record that Jackson writes; throws InputProblem for what it refuses */
    DocumentHandler(Function<JsonNode, Object> answer, ServerOptions options, ObjectMapper json, RequestWatch watch) {
        this.answer = answer;
        this.json = json;
        body = new JsonBody(options.maxBodyBytes());
        work = Admission.of(CONCURRENT_DOCUMENTS, MOST_WAITING, options.patience(), watch);
    }

    @Override
    public void handle(Context context) throws IOException {
        try {
            if (!context.queryParamMap().isEmpty()) {
                throw new InputProblem(
                        InputProblem.Kind.INVALID_PARAMETER,
                        "Unknown parameter: "
                                + String.join(", ", context.queryParamMap().keySet()),
                        "All that is asked for stands in the body");
            }
            Object result = work.pass(context.req(), () -> {
                try (RequestFolder folder = new RequestFolder()) {
                    return answer.apply(body.receive(context.req(), folder));
                }
            });
            context.contentType("application/json");
            json.writeValue(context.res().getOutputStream(), result);
        } catch (InputProblem | ProblemException refusal) {
            UnreadBody.discard(context.req());
            throw refusal;
        }
    }
}
