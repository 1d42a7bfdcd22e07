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
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    /** The document of the program that is tested. */
    static Interface ofThisProgram() {
        try {
            return new Interface(OpenApi.document().toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same answer; fails unless it is what the document says of the operation that was asked for. */
    <T> HttpResponse<T> checked(HttpResponse<T> response) throws IOException {
        String path = template(response.request().uri().getPath());
        String method = response.request().method().toLowerCase(Locale.ROOT);
        if (response.body() instanceof String text
                && document.path("paths").path(path).has(method)) {
            assertDescribes(method, path, response.statusCode(), type(response), text);
        }
        return response;
    }

    /** The path of the document that an address belongs to; the address itself if there is none. */
    private String template(String address) {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (address.matches(path.getKey().replaceAll("\\{\\w+}", "[^/]+"))) {
                return path.getKey();
            }
        }
        return address;
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("none").split(";")[0];
    }

    /** Fails unless the answer is what the document says of the operation and the status. */
    void assertDescribes(String method, String path, HttpResponse<String> response) throws IOException {
        assertDescribes(method, path, response.statusCode(), type(response), response.body());
    }

    private void assertDescribes(String method, String path, int code, String type, String body) throws IOException {
        JsonNode responses = document.path("paths").path(path).path(method).path("responses");
        String status = Integer.toString(code);
        JsonNode described = responses.has(status) ? responses.get(status) : responses.path("default");
        if (body.isEmpty() && !described.has("content")) {
            return;
        }
        JsonNode content = described.path("content").path(type);
        assertFalse(content.isMissingNode(), method + " " + path + " has no " + type + " for " + status);
        if (type.endsWith("json") && content.has("schema")) {
            assertEquals(List.of(), faults(content.get("schema"), body), body);
        }
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
