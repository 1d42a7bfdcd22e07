package io.treehouse.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * How the server listens and what it allows. Validated on construction.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param maxBodyBytes largest request body in bytes, chunked or not
 * @param maxPixels most pixels of a tile
 * @param concurrentTiles tiles received or worked on at the same time, if their sizes allow it: each also waits for its
 *     part of the heap, which is computed from its size
 * @param waitingTiles tiles that may wait for that; further ones get 503 at once
 * @param patience how long a request waits for its turn before it gets 503
 * @param deadline how long a request may take in all before it is given up and gets 503
 */
public record ServerOptions(
        String host,
        int port,
        long maxBodyBytes,
        long maxPixels,
        int concurrentTiles,
        int waitingTiles,
        Duration patience,
        Duration deadline) {
    private static final long MIB = 1 << 20;
    private static final int USUAL_WAITING_TILES = 64;
    private static final Duration USUAL_DEADLINE = Duration.ofMinutes(15);

    public ServerOptions {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("Ports are 0 to 65535, not " + port);
        }
        if (maxBodyBytes < 1
                || maxPixels < 1
                || concurrentTiles < 1
                || waitingTiles < 0
                || patience.isNegative()
                || deadline.isNegative()
                || deadline.isZero()) {
            throw new IllegalArgumentException(
                    "Limits of the server are positive: body %d bytes, %d pixels, %d tiles, %d waiting, %s, deadline %s"
                            .formatted(maxBodyBytes, maxPixels, concurrentTiles, waitingTiles, patience, deadline));
        }
    }

    /** Options with room for as many waiting tiles as usual. */
    public ServerOptions(
            String host, int port, long maxBodyBytes, long maxPixels, int concurrentTiles, Duration patience) {
        this(host, port, maxBodyBytes, maxPixels, concurrentTiles, USUAL_WAITING_TILES, patience);
    }

    /** Options with the usual deadline. */
    public ServerOptions(
            String host,
            int port,
            long maxBodyBytes,
            long maxPixels,
            int concurrentTiles,
            int waitingTiles,
            Duration patience) {
        this(host, port, maxBodyBytes, maxPixels, concurrentTiles, waitingTiles, patience, USUAL_DEADLINE);
    }

    /** The same with another deadline. */
    public ServerOptions within(Duration other) {
        return new ServerOptions(host, port, maxBodyBytes, maxPixels, concurrentTiles, waitingTiles, patience, other);
    }

    /** Whether only programs on this machine can reach the server. */
    public boolean isOnLoopback() {
        try {
            return OriginGuard.isLoopbackAddress(host);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(new IOException("The host '" + host + "' is not known", e));
        }
    }

    /** 512 MiB and 8192×8192 pixels a request, on loopback. */
    public static ServerOptions defaults() {
        return new ServerOptions("127.0.0.1", 8080, 512 * MIB, 8192L * 8192, 16, Duration.ofSeconds(20));
    }

    /** The same on another port; 0 takes a free one. */
    public ServerOptions onPort(int other) {
        return new ServerOptions(
                host, other, maxBodyBytes, maxPixels, concurrentTiles, waitingTiles, patience, deadline);
    }
}
