package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    @Test
    void everyOperationSaysWhatItIsFor() {
        for (Map.Entry<String, JsonNode> path : OpenApi.document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    assertFalse(
                            operation.getValue().path("summary").asText().isBlank(),
                            operation.getKey() + " " + path.getKey());
                }
            }
        }
    }
}
