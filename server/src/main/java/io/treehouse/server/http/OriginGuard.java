package io.treehouse.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Protects the server from web pages: scripts of other sites (a foreign {@code Origin}) get 403 unless their site is
 * allowed, and on loopback so does a name that was rebound to 127.0.0.1 (a {@code Host} that is not loopback).
 */
final class OriginGuard implements Handler {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final boolean onLoopback;
    private final Set<String> allowed;

    /**
     * @param onLoopback whether the server listens on loopback only
     * @param allowed other origins whose pages may call, such as {@code https://maps.example.org}
     */
    OriginGuard(boolean onLoopback, Set<String> allowed) {
        this.onLoopback = onLoopback;
        this.allowed = allowed;
    }

    /** Whether an address is reached from this machine only. */
    static boolean isLoopbackAddress(String host) throws UnknownHostException {
        return InetAddress.getByName(host).isLoopbackAddress();
    }

    @Override
    public void handle(Context context) {
        String host = context.req().getServerName();
        if (onLoopback && !isLoopback(host)) {
            throw refused(
                    "The request's Host is '" + host + "', and this server answers as a loopback address only.",
                    "Call http://127.0.0.1 or http://localhost, or start the server with --host for other machines.");
        }
        String origin = context.header("Origin");
        if (origin == null || isOwn(origin, context)) {
            return;
        }
        if (!allowed.contains(origin)) {
            throw refused(
                    "The request comes from a page of the origin '" + origin + "'.",
                    "Call from the server's own page, or start the server with --allow-origin " + origin + ".");
        }
        allow(origin, context);
    }

    /** Tells the browser that the page may read the answer (Fetch Standard, CORS protocol). */
    private static void allow(String origin, Context context) {
        context.header("Access-Control-Allow-Origin", origin);
        context.res().addHeader("Vary", "Origin");
        context.header("Access-Control-Expose-Headers", "Location, Retry-After, X-Request-Id");
        context.header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
        context.header(
                "Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, Idempotency-Key, X-Request-Id");
    }

    private boolean isOwn(String origin, Context context) {
        try {
            URI uri = URI.create(origin);
            String name = uri.getHost();
            if (name == null || port(uri) != context.req().getServerPort()) {
                return false;
            }
            return onLoopback
                    ? "http".equals(uri.getScheme()) && isLoopback(name)
                    : name.equalsIgnoreCase(context.req().getServerName());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }

    /** By name alone: looking a foreign name up would call out. */
    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("[::1]")
                || name.equals("::1")
                || name.matches("127(\\.\\d{1,3}){3}");
    }

    private static ProblemException refused(String detail, String remedy) {
        return new ProblemException(Problem.of(403, "foreign-caller", "Foreign caller", detail, remedy));
    }
}
