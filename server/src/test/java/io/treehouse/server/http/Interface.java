package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document that a server serves, to hold its answers against. */
final class Interface {
    private final ObjectNode document;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final Set<String> fakes = ConcurrentHashMap.newKeySet();

    /** @param openApi the document as it came from the server */
    Interface(String openApi) throws IOException {
        document = (ObjectNode) new ObjectMapper().readTree(openApi.replace("#/components/schemas/", "#/$defs/"));
        // The document lets later versions add members; here each member that is written must be described.
        document.at("/components/schemas").forEach(Interface::close);
    }

    /** Lets documents have no members but those that are described. */
    static void close(JsonNode schema) {
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

    /** Lets successes of operations hold anything, for tests in which a fake makes them. */
    Interface withoutSchemaOf(String... operations) {
        fakes.addAll(List.of(operations));
        return this;
    }

    /** The same answer; fails unless it is what the document says of the operation that was asked for. */
    <T> HttpResponse<T> checked(HttpResponse<T> response) throws IOException {
        String address = response.request().uri().getRawPath();
        String method = response.request().method().toLowerCase(Locale.ROOT);
        Optional<String> path = template(address);
        if (path.isEmpty() || !document.path("paths").path(path.get()).has(method)) {
            assertIsOfNoOperation(method, address, response);
            return response;
        }
        Object body = response.body();
        if (method.equals("head")) {
            assertDescribes(method, path.get(), response.statusCode(), type(response), Optional.empty());
        } else if (body instanceof String text) {
            assertDescribes(method, path.get(), response.statusCode(), type(response), Optional.of(text));
        } else if (body instanceof byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertDescribes(method, path.get(), response.statusCode(), type(response), Optional.of(text));
        } else {
            assertDescribes(method, path.get(), response.statusCode(), type(response), Optional.empty());
        }
        return response;
    }

    /** What the document does not have is refused, but for the files of pages and what browsers ask before they ask. */
    private static void assertIsOfNoOperation(String method, String address, HttpResponse<?> response) {
        boolean page = method.equals("get") && address.matches("/|/web/.*|/docs/.*");
        boolean preflight = method.equals("options") && response.statusCode() == 204;
        boolean refused = response.statusCode() >= 400 && type(response).equals(Problem.MEDIA_TYPE);
        assertTrue(
                page || preflight || refused,
                "the document lacks " + method + " " + address + ", answered with " + response.statusCode());
    }

    /** The path of the document that an address belongs to, the one with most that is fixed. */
    private Optional<String> template(String address) {
        return document.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(path -> address.matches(path.replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparingInt(path -> path.split("\\{", -1).length));
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("none").split(";")[0];
    }

    /** Fails unless the answer is what the document says of the operation and the status. */
    void assertDescribes(String method, String path, HttpResponse<String> response) throws IOException {
        assertDescribes(method, path, response.statusCode(), type(response), Optional.of(response.body()));
    }

    private void assertDescribes(String method, String path, int code, String type, Optional<String> body)
            throws IOException {
        JsonNode responses = document.path("paths").path(path).path(method).path("responses");
        String status = Integer.toString(code);
        String operation = method + " " + path;
        // What is described as the default is a problem, which no success is.
        assertTrue(responses.has(status) || code >= 400, operation + " has no answer " + status);
        JsonNode described = responses.has(status) ? responses.get(status) : responses.path("default");
        if (!described.has("content")) {
            assertEquals("", body.orElse(""), operation + " has no content for " + status);
            return;
        }
        JsonNode content =
                described.path("content").path(described.path("content").has("*/*") ? "*/*" : type);
        assertFalse(content.isMissingNode(), operation + " has no " + type + " for " + status);
        boolean fake = code < 400 && fakes.contains(operation);
        if (!fake && body.isPresent() && type.endsWith("json") && content.has("schema")) {
            JsonSchema schema =
                    schemas.computeIfAbsent(operation + status + type, key -> schema(content.get("schema")));
            assertEquals(List.of(), faults(schema, body.get()), body.get());
        }
    }

    private JsonSchema schema(JsonNode ofContent) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.setAll((ObjectNode) ofContent);
        root.set("$defs", document.at("/components/schemas"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    }

    private static List<String> faults(JsonSchema schema, String body) throws IOException {
        return schema.validate(new ObjectMapper().readTree(body)).stream()
                .map(Object::toString)
                .toList();
    }
}
