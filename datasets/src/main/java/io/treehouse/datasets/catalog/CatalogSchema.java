package io.treehouse.datasets.catalog;

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

/** The JSON Schema of catalogues, {@code dataset.schema.json} beside this class. Thread-safe. */
final class CatalogSchema {
    private static final String RESOURCE = "dataset.schema.json";
    private static final JsonSchema SCHEMA = load();

    private CatalogSchema() {}

    private static JsonSchema load() {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().locale(Locale.ENGLISH).build();
        try (InputStream schema = CatalogSchema.class.getResourceAsStream(RESOURCE)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema, config);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The resource " + RESOURCE + " cannot be read", unreadable);
        }
    }

    /** Everything that is wrong with a catalogue, each with its place in the document; empty if nothing is. */
    static List<String> faults(JsonNode catalog) {
        return SCHEMA.validate(catalog).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .distinct()
                .toList();
    }
}
