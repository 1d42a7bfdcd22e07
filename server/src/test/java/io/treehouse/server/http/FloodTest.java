package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Far more tiles at once than the server works on. */
@Timeout(120)
class FloodTest {
    private static final int WAITING = 3;
    private static final int SENT = 100;

    private static final HttpClient CLIENT = CheckedClient.ofFakeTiles();

    @Test
    void tilesBeyondTheQueueAreSentAwayAtOnceAndHealthIsToldMeanwhile() throws Exception {
        FakeTiles tiles = new FakeTiles();
        ServerOptions options = new ServerOptions("127.0.0.1", 0, 1 << 20, 1 << 20, 1, WAITING, Duration.ofMinutes(5));
        try (TreehouseServer server = TreehouseServer.start(options, tiles)) {
            URI address = URI.create("http://127.0.0.1:" + server.port());
            HttpRequest tile = HttpRequest.newBuilder(address.resolve("/v1/tiles"))
                    .POST(BodyPublishers.ofString("wait"))
                    .build();
            BlockingQueue<HttpResponse<String>> answers = new ArrayBlockingQueue<>(SENT);
            List<CompletableFuture<Void>> sent = Stream.generate(() ->
                            CLIENT.sendAsync(tile, BodyHandlers.ofString()).thenAccept(answers::add))
                    .limit(SENT)
                    .toList();

            for (int refused = 0; refused < SENT - WAITING - 1; refused++) {
                HttpResponse<String> answer = answers.take();
                Problems.assertProblem(503, answer);
                assertEquals("10", answer.headers().firstValue("Retry-After").orElseThrow());
            }
            HttpRequest health =
                    HttpRequest.newBuilder(address.resolve("/health/live")).build();
            assertEquals(200, CLIENT.send(health, BodyHandlers.ofString()).statusCode());

            tiles.release.countDown();
            sent.forEach(CompletableFuture::join);
            answers.forEach(answer -> assertEquals(200, answer.statusCode()));
            assertEquals(WAITING + 1, answers.size());
        }
    }
}
