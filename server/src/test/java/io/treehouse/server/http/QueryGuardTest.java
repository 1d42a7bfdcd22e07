package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.server.access.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests without a body say in their query, on a server with all of its services. */
@Timeout(120)
class QueryGuardTest {
    private static final String ID = "7d4a0c1e-93a5-4b7e-9d1f-2f6a6f0c8b11";

    @TempDir
    static Path home;

    private static TokenServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TokenServer(home, Map.of("office", Scope.ADMIN), 1 << 20);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        return server.send("office", method, path, BodyPublishers.noBody(), headers);
    }

    /**
     * An operation of the document.
     *
     * @param takes names of the parameters of its query
     */
    record Operation(String method, String path, List<String> takes) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Operation> operationsWithoutABody() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : OpenApi.document().path("paths").properties()) {
            for (String method : List.of("GET", "HEAD", "DELETE")) {
                JsonNode described = path.getValue().path(method.toLowerCase(Locale.ROOT));
                if (path.getKey().startsWith("/v1/")
                        && !described.isMissingNode()
                        && !path.getKey().equals(MapRoutes.TILE)) {
                    operations.add(new Operation(method, path.getKey(), takes(described)));
                }
            }
        }
        return operations.stream();
    }

    private static List<String> takes(JsonNode operation) {
        List<String> names = new ArrayList<>();
        operation.path("parameters").forEach(one -> names.add(one.path("name").asText()));
        return names;
    }

    @ParameterizedTest
    @MethodSource("operationsWithoutABody")
    void whatAnOperationDoesNotTakeIsRefusedWithWhatItTakes(Operation operation) throws Exception {
        String path = operation.path().replaceAll("\\{\\w+}", ID);

        HttpResponse<String> refused = send(operation.method(), path + "?stauts=done", "Accept", "text/event-stream");

        assertEquals(400, refused.statusCode(), refused.body());
        if (!operation.method().equals("HEAD")) {
            Problems.assertProblem(400, refused);
            JsonNode problem = new ObjectMapper().readTree(refused.body());
            assertEquals(
                    "urn:treehouse:problem:invalid-parameter",
                    problem.path("type").asText());
            assertEquals("Unknown parameter: stauts.", problem.path("detail").asText());
            assertTrue(
                    problem.path("remedy")
                            .asText()
                            .contains(
                                    operation.takes().isEmpty()
                                            ? "takes no parameters"
                                            : String.join(", ", operation.takes())),
                    refused.body());
        }
    }

    @Test
    void thereAreOperationsWithParametersAndWithout() {
        List<Operation> all = operationsWithoutABody().toList();

        assertTrue(all.size() > 20, all.toString());
        assertEquals(
                List.of("DELETE /v1/models/{id}", "DELETE /v1/retrainings/{id}", "GET /v1/feedback"),
                all.stream()
                        .filter(operation -> !operation.takes().isEmpty())
                        .map(Operation::toString)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/models, 200",
        "GET, /v1/models?, 200",
        "GET, /v1/models?&, 200",
        "GET, /v1/feedback?&limit=1&, 200",
        "GET, /v1/feedback?%6Cimit=%31, 200",
        "GET, /v1/feedback?limit=1&kind=place, 200",
        "GET, /v1/jobs?stauts, 400",
        "GET, /v1/feedback?limit=1&limit=2, 400",
        "DELETE, /v1/retrainings/none?by=anna, 404",
        "DELETE, /v1/retrainings/none?by=anna&by=ben, 400",
        "DELETE, /v1/models/test-model@9?by=anna&reason=old, 404",
        "DELETE, /v1/models/test-model@9?parent=test-model@1, 400",
        "GET, /v1/nowhere?stauts=done, 404",
        "DELETE, /v1/feedback?stauts=done, 405"
    })
    void whatItTakesIsTaken(String method, String path, int status) throws Exception {
        assertEquals(status, send(method, path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/web/app.js", "/docs", "/openapi.json", "/metrics", "/health/live", "/health/ready"})
    void whatIsNoPartOfTheInterfaceOfPrograms(String path) throws Exception {
        assertEquals(200, send("GET", path + "?v=2").statusCode());
    }

    @Test
    void whoeverMayNotAskIsNotToldWhatMayBeAsked() throws Exception {
        assertEquals(
                401,
                server.send("nobody", "GET", "/v1/jobs?stauts=done", BodyPublishers.noBody())
                        .statusCode());
    }
}
