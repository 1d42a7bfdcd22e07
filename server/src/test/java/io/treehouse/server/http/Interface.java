package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/** The OpenAPI document that a server serves, to hold its answers against. */
final class Interface {
    private final ObjectNode document;

    /** @param openApi the document as it came from the server */
    Interface(String openApi) throws IOException {
        document = (ObjectNode) new ObjectMapper().readTree(openApi.replace("#/components/schemas/", "#/$defs/"));
        // The document lets later versions add members; here each member that is written must be described.
        document.at("/components/schemas").forEach(Interface::close);
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(Interface::close);
    }

    /** Fails unless the answer is what the document says of the operation and the status. */
    void assertDescribes(String method, String path, HttpResponse<String> response) throws IOException {
        JsonNode responses = document.path("paths").path(path).path(method).path("responses");
        String status = Integer.toString(response.statusCode());
        JsonNode described = responses.has(status) ? responses.get(status) : responses.path("default");
        String type =
                response.headers().firstValue("Content-Type").orElse("none").split(";")[0];
        JsonNode schema = described.path("content").path(type).path("schema");
        assertFalse(schema.isEmpty(), method + " " + path + " has no schema for " + status + " as " + type);
        assertEquals(List.of(), faults(schema, response.body()), response.body());
    }

    private List<String> faults(JsonNode schema, String body) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.setAll((ObjectNode) schema);
        root.set("$defs", document.at("/components/schemas"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(root)
                .validate(new ObjectMapper().readTree(body))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
