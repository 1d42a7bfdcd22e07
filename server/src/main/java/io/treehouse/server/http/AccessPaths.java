package io.treehouse.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.server.access.Scope;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the OpenAPI document says of tokens, and of what {@link AccessGuard} answers in place of all that it guards. */
final class AccessPaths {
    private static final String SCHEME = "bearer";
    private static final String TOO_MANY = "429";
    private static final Map<String, String> REFUSALS = new LinkedHashMap<>();

    static {
        REFUSALS.put("401", "No token, or none that the server knows, where it asks for one");
        REFUSALS.put(
                "403", "A token whose scope is too small, or what was sent with another, or a page of a foreign site");
        REFUSALS.put(TOO_MANY, "The token sends more requests than it may");
    }

    private AccessPaths() {}

    /** @param document with all of its paths */
    static void describe(ObjectNode document) {
        document.withObject("/components/securitySchemes")
                .putObject(SCHEME)
                .put("type", "http")
                .put("scheme", SCHEME)
                .put(
                        "description",
                        "A token, whose scope is read, classify or admin; each includes those before it. A server on a"
                                + " loopback address asks for none. It is also taken as the password of Basic.");
        document.withObject("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(member -> {
                    if (member.getValue() instanceof ObjectNode operation && AccessGuard.guards(path.getKey())) {
                        guard(operation, AccessGuard.needed(member.getKey().toUpperCase(Locale.ROOT), path.getKey()));
                    }
                }));
    }

    private static void guard(ObjectNode operation, Scope needed) {
        operation.putArray("security").addObject().putArray(SCHEME).add(needed.word());
        operation.withArray("security").addObject();
        REFUSALS.forEach((status, description) ->
                OpenApi.refer(OpenApi.response(operation, status, description), Problem.MEDIA_TYPE, "Problem"));
        operation
                .withObject("/responses/" + TOO_MANY + "/headers/Retry-After")
                .put("description", "Seconds after which to send it again")
                .putObject("schema")
                .put("type", "integer");
    }
}
