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

    /** A schema as a document of its own; empty if there is none of that name. */
    static Optional<ObjectNode> document(String name) {
        JsonNode schema = schemas().path(name);
        if (schema.isMissingNode()) {
            return Optional.empty();
        }
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", PATH + "/" + name)
                .put("title", name);
        document.setAll((ObjectNode) schema);
        return Optional.of(document);
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
