package io.treehouse.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The TCP connections of this machine as Linux lists them (proc(5), {@code /proc/net/tcp}). Only the kernel knows that a
 * peer has closed a connection while bytes that it sent before are still unread. On other systems nothing is listed.
 * Immutable.
 */
final class TcpConnections {
    private static final List<Path> LISTS = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String ESTABLISHED = "01";
    /** An IPv4 address as IPv6 (RFC 4291, 2.5.5.2), in the list's order of bytes. */
    private static final String MAPPED = mappedPrefix();

    private static final int HEXADECIMAL = 16;
    private static final int WORD_BYTES = 4;

    private final Map<Ends, Boolean> isOpen;

    private TcpConnections(Map<Ends, Boolean> isOpen) {
        this.isOpen = isOpen;
    }

    /**
     * What tells a connection of the server from all others.
     *
     * @param localPort port of the server
     * @param peer address of the client in the list's notation, as IPv4 where it is one
     * @param peerPort port of the client
     */
    record Ends(int localPort, String peer, int peerPort) {
        static Ends of(HttpServletRequest request) {
            try {
                // The address is a number: no name is looked up.
                byte[] address = InetAddress.getByName(request.getRemoteAddr()).getAddress();
                return new Ends(request.getLocalPort(), notation(address), request.getRemotePort());
            } catch (UnknownHostException noAddress) {
                return new Ends(request.getLocalPort(), request.getRemoteAddr(), request.getRemotePort());
            }
        }
    }

    /** All connections as they are now. */
    static TcpConnections now() {
        Map<Ends, Boolean> isOpen = new HashMap<>();
        for (Path list : LISTS) {
            try (Stream<String> lines = Files.lines(list)) {
                lines.skip(1).forEach(line -> read(line, isOpen));
            } catch (IOException notLinux) {
                continue;
            }
        }
        return new TcpConnections(isOpen);
    }

    private static void read(String line, Map<Ends, Boolean> isOpen) {
        String[] fields = line.strip().split("\\s+");
        String[] local = fields[1].split(":");
        String[] remote = fields[2].split(":");
        String peer = remote[0].startsWith(MAPPED) ? remote[0].substring(MAPPED.length()) : remote[0];
        isOpen.put(new Ends(port(local[1]), peer, port(remote[1])), fields[3].equals(ESTABLISHED));
    }

    private static int port(String digits) {
        return Integer.parseInt(digits, HEXADECIMAL);
    }

    /** Four bytes at a time as the processor's integers, in hexadecimal digits. */
    private static String notation(byte[] address) {
        byte[] words = address.clone();
        if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
            for (int i = 0; i < words.length; i++) {
                words[i] = address[i - i % WORD_BYTES + WORD_BYTES - 1 - i % WORD_BYTES];
            }
        }
        return HexFormat.of().withUpperCase().formatHex(words);
    }

    private static String mappedPrefix() {
        byte[] prefix = new byte[12];
        prefix[10] = (byte) 0xFF;
        prefix[11] = (byte) 0xFF;
        return notation(prefix);
    }

    /** Whether both sides hold the connection open; empty if it is not listed, so that it is reset or nothing is known. */
    Optional<Boolean> isOpen(Ends ends) {
        return Optional.ofNullable(isOpen.get(ends));
    }
}
