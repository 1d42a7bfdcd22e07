package io.treehouse.server.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.model.registry.RegistryEvent;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Something that happened to a version.
 *
 * @param at when, ISO 8601 in UTC
 * @param action such as {@code promoted}
 * @param by who did it
 * @param reason why, in words; may be empty
 * @param figures what an evaluation measured; null for other events
 */
public record HistoryEntry(String at, String action, String by, String reason, JsonNode figures) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static HistoryEntry of(RegistryEvent event, ModelRegistry registry) {
        JsonNode figures = event.document()
                .map(name -> read(registry.documentFile(event.version(), name)))
                .orElse(null);
        return new HistoryEntry(
                event.at().toString(),
                event.action().label(),
                event.change().by(),
                event.change().reason(),
                figures);
    }

    /** Null if the version was deleted, and its documents with it. */
    private static JsonNode read(Path document) {
        try {
            return JSON.readTree(document.toFile());
        } catch (IOException gone) {
            return null;
        }
    }
}
