package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server keeps no native memory and no file of the tiles that it answered or refused. */
@Timeout(7200)
class NativeMemoryTest {
    private static final int WARM_UP_ROUNDS = 25;

    /** What a JVM still grows by after the warm-up: compiled code and metadata of classes. */
    private static final long TOLERANCE_MIB = 64;

    /** A tile and the status that it gets. */
    private record Sent(byte[] tile, int status) {}

    @TempDir
    Path folder;

    @Test
    void doesNotGrowOverHundredsOfTiles() throws Exception {
        growsBy(50);
    }

    /** 10 KiB lost with each tile would show. */
    @Test
    @Tag("slow")
    void doesNotGrowOverThousandsOfTiles() throws Exception {
        growsBy(2000);
    }

    private void growsBy(int rounds) throws Exception {
        byte[] png = NoisePng.of(64, 3);
        List<Sent> tiles = List.of(
                new Sent(png, 200),
                new Sent(NoisePng.of(96, 4), 200),
                new Sent(Arrays.copyOf(png, png.length / 2), 422),
                new Sent(damaged(png), 422),
                new Sent("no picture".getBytes(StandardCharsets.US_ASCII), 415));
        try (ServerProcess server = new ServerProcess(folder)) {
            send(server, tiles, WARM_UP_ROUNDS);
            long before = server.residentMib();

            send(server, tiles, rounds);

            long after = server.residentMib();
            assertTrue(after <= before + TOLERANCE_MIB, "from " + before + " to " + after + " MiB");
            server.await(() -> server.temporaryFiles().isEmpty(), 10);
            assertEquals(List.of(), server.temporaryFiles());
        }
    }

    private static void send(ServerProcess server, List<Sent> tiles, int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (Sent sent : tiles) {
                var request = server.tile(BodyPublishers.ofByteArray(sent.tile()));
                assertEquals(
                        sent.status(),
                        ServerProcess.CLIENT
                                .send(request, BodyHandlers.discarding())
                                .statusCode());
            }
        }
    }

    /** The same length and the same ends, other pixels in between than the checksums say. */
    private static byte[] damaged(byte[] png) {
        byte[] bytes = png.clone();
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 100, (byte) 0x55);
        return bytes;
    }
}
