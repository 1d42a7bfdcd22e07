package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses queries of requests without a body that say more than the operation takes. What it takes is what the OpenAPI
 * document says of it, so that no route can forget to refuse the rest. Requests with a body are held to the same parameters
 * by their handlers, which read what is left of the body. Thread-safe.
 */
final class QueryGuard {
    private static final Set<HandlerType> WITHOUT_BODY = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.DELETE);

    private final JsonNode paths = OpenApi.document().path("paths");

    void register(RoutesConfig routes) {
        routes.beforeMatched("/" + Contract.VERSION + "/*", this::check);
    }

    private void check(Context context) {
        Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
        // None for HEAD of what has GET alone: no handler answers it.
        if (endpoint == null || !WITHOUT_BODY.contains(endpoint.method) || passesOver(endpoint.path)) {
            return;
        }
        String method = endpoint.method.name().toLowerCase(Locale.ROOT);
        QueryParameter.read(
                context, OpenApi.parameters(paths.path(endpoint.path).path(method)));
    }

    /**
     * Programs for maps add to the addresses of tiles what gets them past caches, such as {@code ?v=2}; nobody can mean a
     * picture of something else by it.
     */
    private static boolean passesOver(String path) {
        return path.equals(MapRoutes.ANY_TILE);
    }
}
