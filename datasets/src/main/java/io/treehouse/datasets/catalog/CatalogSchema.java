package io.treehouse.datasets.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.document.DocumentSchema;
import java.util.List;

/** The JSON Schema of catalogues, {@code dataset.schema.json} beside this class. Thread-safe. */
final class CatalogSchema {
    private static final DocumentSchema SCHEMA = DocumentSchema.ofResource(CatalogSchema.class, "dataset.schema.json");

    private CatalogSchema() {}

    /** Everything that is wrong with a catalogue, each with its place in the document; empty if nothing is. */
    static List<String> faults(JsonNode catalog) {
        return SCHEMA.faults(catalog);
    }
}
