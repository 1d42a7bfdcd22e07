package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server with the options that {@code ./treehouse} gives it, under load. Its short form is {@link NativeMemoryTest}. */
@Tag("slow")
@Timeout(7200)
class SoakTest {
    private static final int CLIENTS = 4;
    /** The heap grows over the first few thousand tiles, until its old generation is collected for the first time. */
    private static final int WARM_UP_TILES = 4000;

    private static final int ROUNDS = 10;
    private static final int TILES_A_ROUND = 1000;
    private static final double TOLERANCE = 0.05;
    private static final long GIGABYTE_MIB = 953;

    @TempDir
    Path folder;

    @Test
    void memoryStaysBelowAGigabyteAndFlatOverTenThousandTiles() throws Exception {
        try (ServerProcess server = new ServerProcess(folder, ProgramProcess.usualOptions("serve"))) {
            HttpRequest tile = server.tile(BodyPublishers.ofByteArray(NoisePng.of(256, 3)));
            send(tile, WARM_UP_TILES);
            List<Long> residentMib = new ArrayList<>(List.of(server.residentMib()));
            for (int round = 0; round < ROUNDS; round++) {
                send(tile, TILES_A_ROUND);
                residentMib.add(server.residentMib());
            }
            LongSummaryStatistics figures =
                    residentMib.stream().mapToLong(Long::longValue).summaryStatistics();
            assertTrue(figures.getMax() < GIGABYTE_MIB, residentMib.toString());
            assertTrue(figures.getMax() <= figures.getAverage() * (1 + TOLERANCE), residentMib.toString());
            assertTrue(figures.getMin() >= figures.getAverage() * (1 - TOLERANCE), residentMib.toString());
        }
    }

    private static void send(HttpRequest tile, int tiles) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            Callable<Integer> answer = () ->
                    ServerProcess.CLIENT.send(tile, BodyHandlers.discarding()).statusCode();
            for (Future<Integer> status : clients.invokeAll(Collections.nCopies(tiles, answer))) {
                assertEquals(200, status.get());
            }
        } finally {
            clients.shutdown();
        }
    }
}
