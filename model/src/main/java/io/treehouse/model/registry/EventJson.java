package io.treehouse.model.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.model.registry.RegistryEvent.Action;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Events as lines of JSON. */
final class EventJson {
    /** Of two events on one line the second must not be passed over. */
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private EventJson() {}

    static String write(RegistryEvent event) {
        ObjectNode node = JSON.createObjectNode()
                .put("at", event.at().toString())
                .put("action", event.action().label())
                .put("version", event.version().toString())
                .put("by", event.change().by())
                .put("reason", event.change().reason());
        event.facts().ifPresent(facts -> {
            node.put("sha256", facts.sha256()).put("bytes", facts.bytes());
            facts.parent().ifPresent(parent -> node.put("parent", parent.toString()));
        });
        event.document().ifPresent(document -> node.put("document", document));
        return node.toString();
    }

    /** @throws RuntimeException of any kind if the line is none that {@link #write} makes */
    static RegistryEvent read(String line) {
        JsonNode node = parse(line);
        return new RegistryEvent(
                Instant.parse(node.required("at").textValue()),
                action(node.required("action").asText()),
                ModelId.parse(node.required("version").textValue()),
                new Change(
                        node.required("by").textValue(), node.required("reason").textValue()),
                text(node, "sha256")
                        .map(sha256 -> new BundleFacts(
                                sha256,
                                node.required("bytes").longValue(),
                                text(node, "parent").map(ModelId::parse))),
                text(node, "document"));
    }

    /** Whether a text is a JSON object from its first to its last brace; no mere beginning of one is. */
    static boolean isWhole(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException cut) {
            return false;
        }
    }

    private static Action action(String label) {
        return Arrays.stream(Action.values())
                .filter(action -> action.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + label + "' is no action"));
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed.getOriginalMessage(), malformed);
        }
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.path(member).textValue());
    }
}
