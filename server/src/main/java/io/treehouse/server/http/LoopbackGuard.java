package io.treehouse.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Protects a server on loopback from web pages: another site's script (a foreign {@code Origin}) and a name that was
 * rebound to 127.0.0.1 (a {@code Host} that is not loopback) get 403.
 */
final class LoopbackGuard implements Handler {
    private static final int HTTP_PORT = 80;

    /** Whether a server on this address is to be guarded. */
    static boolean isNeededOn(String host) throws UnknownHostException {
        return InetAddress.getByName(host).isLoopbackAddress();
    }

    @Override
    public void handle(Context context) {
        String host = context.req().getServerName();
        if (!isLoopback(host)) {
            throw refused("The request's Host is '" + host + "', and this server answers as a loopback address only.");
        }
        String origin = context.header("Origin");
        if (origin != null && !isOwn(origin, context)) {
            throw refused("The request comes from a page of the origin '" + origin + "'.");
        }
    }

    private static boolean isOwn(String origin, Context context) {
        try {
            URI uri = URI.create(origin);
            int port = uri.getPort() == -1 ? HTTP_PORT : uri.getPort();
            return "http".equals(uri.getScheme())
                    && uri.getHost() != null
                    && isLoopback(uri.getHost())
                    && port == context.req().getServerPort();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** By name alone: looking a foreign name up would call out. */
    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("[::1]")
                || name.equals("::1")
                || name.matches("127(\\.\\d{1,3}){3}");
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(
                403,
                "foreign-caller",
                "Foreign caller",
                detail,
                "Call http://127.0.0.1 or http://localhost, or start the server with --host for other machines."));
    }
}
