package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.List;

/** The published schema of STAC items 1.1.0, without its extensions. */
final class StacSchema {
    private static final String ITEMS = "https://schemas.stacspec.org/v1.1.0/item-spec/json-schema/";
    private static final String GEOJSON = "https://geojson.org/schema/";

    private StacSchema() {}

    /** What is wrong with an item. */
    static List<String> faults(JsonNode item) {
        return JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V7,
                        factory -> factory.schemaMappers(mappers ->
                                mappers.mapPrefix(ITEMS, "classpath:stac/").mapPrefix(GEOJSON, "classpath:stac/")))
                .getSchema(SchemaLocation.of(ITEMS + "item.json"))
                .validate(item)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
