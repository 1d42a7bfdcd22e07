package io.treehouse.server.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * Gives each request an id, which its answer carries and every line of the log that its thread writes. Senders may give their
 * own in the same header.
 */
final class RequestId {
    /** The header, of requests and answers. */
    static final String HEADER = "X-Request-Id";

    /** Name of the id in the log. */
    private static final String KEY = "requestId";

    /** What a sender may choose: nothing that could break a line of the log. */
    private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Logger LOG = LoggerFactory.getLogger("requests");

    private RequestId() {}

    /** A request comes in. */
    static void begin(Context context) {
        String id = Optional.ofNullable(context.header(HEADER))
                .filter(given -> GIVEN.matcher(given).matches())
                .orElseGet(RequestId::random);
        context.attribute(KEY, id);
        context.header(HEADER, id);
        MDC.put(KEY, id);
    }

    /** A request was answered: one line in the log, those of programs that watch the server only when looked for. */
    static void end(Context context, float millis) {
        boolean watching = !context.path().startsWith("/v1/");
        LOG.atLevel(watching ? Level.DEBUG : Level.INFO)
                .addKeyValue("status", context.statusCode())
                .addKeyValue("millis", Math.round(millis))
                .log("{} {}", context.method(), context.path());
        MDC.remove(KEY);
    }

    /** The id of a request. */
    static String of(Context context) {
        return Optional.<String>ofNullable(context.attribute(KEY)).orElseGet(RequestId::random);
    }

    /** The id of a request that is answered below the handlers; one that never reached them gets its own now. */
    static String of(Response response) {
        String id = Optional.ofNullable(response.getHeaders().get(HEADER)).orElseGet(RequestId::random);
        response.getHeaders().put(HEADER, id);
        return id;
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
