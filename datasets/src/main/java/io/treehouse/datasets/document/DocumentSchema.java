package io.treehouse.datasets.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** A JSON Schema (2020-12) that is a resource of the program. Immutable and thread-safe. */
public final class DocumentSchema {
    private final JsonSchema schema;

    private DocumentSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /**
     * The schema in a resource.
     *
     * @param neighbour a class of the package that the resource lies in
     * @param name file name of the resource
     */
    public static DocumentSchema ofResource(Class<?> neighbour, String name) {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().locale(Locale.ENGLISH).build();
        try (InputStream text = neighbour.getResourceAsStream(name)) {
            return new DocumentSchema(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(text, config));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The resource " + name + " cannot be read", unreadable);
        }
    }

    /** Everything that is wrong with a document, each with its place in it; empty if nothing is. */
    public List<String> faults(JsonNode document) {
        return schema.validate(document).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .distinct()
                .toList();
    }

    /** The schema itself, to be published. */
    public JsonNode text() {
        return schema.getSchemaNode();
    }
}
