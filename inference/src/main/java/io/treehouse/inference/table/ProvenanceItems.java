package io.treehouse.inference.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The items of a file that say how its figures came to be. Not thread-safe. */
public final class ProvenanceItems {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> items = new LinkedHashMap<>();

    /**
     * Adds an item.
     *
     * @param value text as it is, anything else as JSON; null adds nothing
     */
    public ProvenanceItems put(String name, Object value) {
        if (value != null) {
            items.put(name, value instanceof String text ? text : json(value));
        }
        return this;
    }

    /** All items, in the order in which they came. */
    public Map<String, String> items() {
        return Collections.unmodifiableMap(items);
    }

    /** A part of a document as text. */
    public static String json(Object part) {
        try {
            return JSON.writeValueAsString(part);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
