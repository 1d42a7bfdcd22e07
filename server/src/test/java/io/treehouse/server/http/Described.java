package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.List;

/** Documents that come from elsewhere than the server, held against the schemas that it publishes. */
public final class Described {
    private Described() {}

    /** The document; fails unless it is what the schema says, and has no member that the schema lacks. */
    public static JsonNode as(String schema, String json) throws IOException {
        JsonNode described = Contract.document(schema).orElseThrow();
        Interface.close(described);
        JsonNode document = new ObjectMapper().readTree(json);
        List<String> faults =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(described)
                        .validate(document)
                        .stream()
                        .map(Object::toString)
                        .toList();
        assertEquals(List.of(), faults, json);
        return document;
    }
}
