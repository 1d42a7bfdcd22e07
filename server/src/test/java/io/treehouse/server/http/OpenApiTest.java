package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete");
    private static final JsonNode DOCUMENT = OpenApi.document();

    private interface Check {
        void accept(String path, String method, JsonNode operation);
    }

    private static void forEachOperation(Check check) {
        for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    check.accept(path.getKey(), operation.getKey(), operation.getValue());
                }
            }
        }
    }

    @Test
    void everyOperationSaysWhatItIsFor() {
        forEachOperation((path, method, operation) ->
                assertFalse(operation.path("summary").asText().isBlank(), method + " " + path));
    }

    @Test
    void everyParameterOfAPathAndAQueryIsDescribed() {
        forEachOperation((path, method, operation) -> {
            List<JsonNode> parameters = new ArrayList<>();
            operation.path("parameters").forEach(parameters::add);
            DOCUMENT.path("paths").path(path).path("parameters").forEach(parameters::add);

            parameters.forEach(parameter -> assertFalse(
                    parameter.path("description").asText().isBlank(), method + " " + path + " " + parameter));
            assertEquals(
                    Pattern.compile("\\{(\\w+)}")
                            .matcher(path)
                            .results()
                            .map(name -> name.group(1))
                            .collect(Collectors.toSet()),
                    parameters.stream()
                            .filter(parameter -> parameter.path("in").asText().equals("path"))
                            .map(parameter -> parameter.path("name").asText())
                            .collect(Collectors.toSet()),
                    method + " " + path);
        });
    }

    @Test
    void allButTheServersHealthMayAskForATokenOfItsScope() {
        assertEquals(
                "http", DOCUMENT.at("/components/securitySchemes/bearer/type").asText());
        forEachOperation((path, method, operation) -> {
            boolean guarded = !path.startsWith("/health/");
            for (String refusal : List.of("401", "403", "429")) {
                assertEquals(guarded, operation.path("responses").has(refusal), method + " " + path + " " + refusal);
            }
            assertEquals(guarded, operation.has("security"), method + " " + path);
        });
        assertEquals(
                "[{\"bearer\":[\"classify\"]},{}]",
                DOCUMENT.path("paths").path("/v1/tiles").at("/post/security").toString());
        assertEquals(
                "[{\"bearer\":[\"admin\"]},{}]",
                DOCUMENT.path("paths")
                        .path("/v1/models/{id}")
                        .at("/delete/security")
                        .toString());
    }

    @Test
    void imagesAreTakenByTheirOwnTypesAndTilesOfMapsAreCalledWhatTheyAreServedAs() {
        JsonNode paths = DOCUMENT.path("paths");

        for (String operation : List.of("/v1/tiles post", "/v1/jobs post", "/v1/results/{id} put")) {
            JsonNode described =
                    paths.path(operation.split(" ")[0]).path(operation.split(" ")[1]);
            assertTrue(described.at("/requestBody/content").has("image/*"), operation);
        }
        assertTrue(paths.has("/v1/results/{id}/tiles/{z}/{x}/{y}.png"));
    }

    @Test
    void aChoiceThatIsFixedIsListed() {
        for (JsonNode parameter : DOCUMENT.path("paths").path("/v1/tiles").at("/post/parameters")) {
            if (parameter.path("name").asText().equals("layer")) {
                assertEquals(
                        "[\"classes\",\"probabilities\",\"objects\",\"zones\"]",
                        parameter.at("/schema/enum").toString());
                return;
            }
        }
        fail("layer is missing");
    }
}
