package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/** What every error of the server must look like. */
final class Problems {
    private Problems() {}

    static void assertProblem(int status, HttpResponse<String> response) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                Problem.MEDIA_TYPE,
                response.headers().firstValue("Content-Type").orElse("none"));
        assertProblem(status, response.body());
        assertEquals(
                response.headers().firstValue(RequestId.HEADER).orElse("none"),
                new ObjectMapper().readTree(response.body()).path("requestId").asText());
    }

    static void assertProblem(int status, String body) throws IOException {
        JsonNode document = new ObjectMapper().readTree(body);
        assertEquals(status, document.path("status").asInt());
        for (String member : List.of("type", "title", "detail", "instance", "remedy")) {
            assertFalse(document.path(member).asText().isBlank(), "no " + member + " in " + body);
        }
    }
}
