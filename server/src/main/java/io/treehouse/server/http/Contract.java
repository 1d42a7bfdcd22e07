package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.vector.FeatureField;
import java.util.List;
import java.util.Optional;

/**
 * The JSON Schemas of everything that the server answers, by name. They are made from the records that are written, so
 * that neither can change without the other. Within version 1 members are added and never taken away.
 */
final class Contract {
    /** The version of the interface, as in its paths. */
    static final String VERSION = "v1";

    /** Where the schemas are had, one by one. */
    static final String PATH = "/" + VERSION + "/schemas";

    private Contract() {}

    /** A schema as a document that needs no other; empty if there is none of that name. */
    static Optional<ObjectNode> document(String name) {
        JsonNode schemas = schemas();
        if (!schemas.has(name)) {
            return Optional.empty();
        }
        String address = PATH + "/" + name;
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", address)
                .put("title", name);
        document.setAll((ObjectNode) schemas.get(name).deepCopy());
        // Schemas of requests have an id of their own.
        document.put("$id", address);
        bundle(document, document, schemas);
        return Optional.of(document);
    }

    /** Lets the document hold what a part of it refers to, so that it can be used without any other. */
    private static void bundle(JsonNode part, ObjectNode document, JsonNode schemas) {
        for (JsonNode holder : part.findParents("$ref")) {
            String reference = holder.get("$ref").asText();
            if (!reference.startsWith(OpenApi.SCHEMAS)) {
                continue;
            }
            String name = reference.substring(OpenApi.SCHEMAS.length());
            ((ObjectNode) holder).put("$ref", "#/$defs/" + name);
            ObjectNode definitions = document.withObject("/$defs");
            if (!definitions.has(name)) {
                definitions.set(name, schemas.get(name).deepCopy());
                bundle(definitions.get(name), document, schemas);
            }
        }
    }

    /** The list of all schemas. */
    static ObjectNode index() {
        ObjectNode index = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        ObjectNode schemas = index.putObject("schemas");
        schemas().fieldNames().forEachRemaining(name -> schemas.put(name, PATH + "/" + name));
        return index;
    }

    private static JsonNode schemas() {
        return OpenApi.document().at("/components/schemas");
    }

    /** The attributes of features in files and in lists; they are described by the fields that writers get. */
    static ObjectNode columns(List<FeatureField> fields) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (FeatureField field : fields) {
            ObjectNode property = properties.putObject(field.name()).put("description", field.description());
            property.putArray("type").add(type(field)).add("null");
            if (!field.unit().isEmpty()) {
                property.put(RecordSchemas.UNIT, field.unit());
            }
            required.add(field.name());
        }
        return schema;
    }

    private static String type(FeatureField field) {
        return switch (field.type()) {
            case TEXT -> "string";
            case NUMBER -> "number";
            case FLAG -> "boolean";
        };
    }
}
