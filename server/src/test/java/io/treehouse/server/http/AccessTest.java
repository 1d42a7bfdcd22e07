package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.server.access.CallerLimits;
import io.treehouse.server.access.KnownTokens;
import io.treehouse.server.access.Scope;
import io.treehouse.server.access.TokenFile;
import io.treehouse.server.models.ServedVersions;
import io.treehouse.server.models.TestVersions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a server with tokens lets in. It listens on loopback here; tokens are asked for all the same. */
@Timeout(60)
class AccessTest {
    private static final String MAPS = "https://maps.example.org";
    private static final HttpClient CLIENT = CheckedClient.ofFakeTiles();

    @TempDir
    static Path folder;

    private static final Map<Scope, String> SECRETS = new EnumMap<>(Scope.class);
    private static final FakeTiles TILES = new FakeTiles();
    private static ServedVersions versions;
    private static TreehouseServer server;

    @BeforeAll
    static void start() {
        TestVersions test = new TestVersions(folder);
        versions = ServedVersions.open(test.registry(), TestVersions.opener(), 1);
        TokenFile file = new TokenFile(folder.resolve("tokens"));
        for (Scope scope : Scope.values()) {
            SECRETS.put(scope, file.add(scope.word(), scope));
        }
        server = TreehouseServer.start(
                new ServerOptions("127.0.0.1", 0, 1 << 20, 1 << 20, 4, 8, Duration.ofSeconds(5)),
                Services.of(TILES)
                        .with(new ModelService(test.registry(), versions))
                        .with(Access.byTokens(new KnownTokens(file), new CallerLimits(100, 2))
                                .withOrigins(Set.of(MAPS))));
    }

    @AfterAll
    static void stop() {
        TILES.release.countDown();
        server.close();
        versions.close();
    }

    private static HttpRequest request(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.ofString(body));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers)
            throws Exception {
        return CLIENT.send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    private static String bearer(Scope scope) {
        return "Bearer " + SECRETS.get(scope);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /v1/models",
        "GET, /metrics",
        "GET, /openapi.json",
        "POST, /v1/tiles",
        "POST, /v1/estimates",
        "POST, /v1/comparisons",
        "POST, /v1/models",
        "DELETE, /v1/models/a@1",
        "GET, /nowhere",
        "PUT, /v1/tiles"
    })
    void nothingPassesWithoutAToken(String method, String path) throws Exception {
        HttpResponse<String> answer = send(method, path, "");

        Problems.assertProblem(401, answer);
        assertEquals(
                List.of("Bearer realm=\"treehouse\"", "Basic realm=\"treehouse\", charset=\"UTF-8\""),
                answer.headers().allValues("WWW-Authenticate"));
        HttpResponse<String> wrong = send(method, path, "", "Authorization", "Bearer wrong");
        Problems.assertProblem(401, wrong);
        assertEquals(
                List.of("Bearer realm=\"treehouse\""),
                wrong.headers().allValues("WWW-Authenticate"),
                "or the browser would ask, where the page does");
    }

    @Test
    void healthIsForEveryone() throws Exception {
        assertEquals(200, send("GET", "/health/live", "").statusCode());
        assertEquals(200, send("GET", "/health/ready", "").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/models, READ, 200",
        "POST, /v1/tiles, READ, 403",
        "POST, /v1/tiles, CLASSIFY, 200",
        "GET, /v1/models, CLASSIFY, 200",
        "POST, /v1/models/test-model@1/promote, CLASSIFY, 403",
        "POST, /v1/models/test-model@1/promote, ADMIN, 200",
        "POST, /v1/models/rollback, READ, 403",
        "DELETE, /v1/models/test-model@1, CLASSIFY, 403",
        "POST, /v1/retrainings, CLASSIFY, 403",
        "POST, /v1/tiles, ADMIN, 200",
    })
    void aTokenMayDoWhatItsScopeSays(String method, String path, Scope scope, int status) throws Exception {
        HttpResponse<String> answer = send(method, path, "tile", "Authorization", bearer(scope));

        assertEquals(status, answer.statusCode(), answer.body());
        if (status == 403) {
            Problems.assertProblem(403, answer);
        }
    }

    @Test
    void aCallerWithTooManyRequestsInWorkComesBackLater() throws Exception {
        HttpRequest waiting = request("POST", "/v1/tiles", "wait", "Authorization", bearer(Scope.CLASSIFY));
        CompletableFuture<HttpResponse<String>> first = CLIENT.sendAsync(waiting, BodyHandlers.ofString());
        CompletableFuture<HttpResponse<String>> second = CLIENT.sendAsync(waiting, BodyHandlers.ofString());
        TILES.bothWait.await();

        HttpResponse<String> third = send("GET", "/v1/models", "", "Authorization", bearer(Scope.CLASSIFY));
        HttpResponse<String> other = send("GET", "/v1/models", "", "Authorization", bearer(Scope.READ));
        TILES.release.countDown();

        Problems.assertProblem(429, third);
        assertTrue(third.headers().firstValueAsLong("Retry-After").orElseThrow() >= 1);
        assertEquals(200, other.statusCode());
        assertEquals(200, first.get().statusCode());
        assertEquals(200, second.get().statusCode());
        assertEquals(
                200,
                send("GET", "/v1/models", "", "Authorization", bearer(Scope.CLASSIFY))
                        .statusCode(),
                "places are given back");
    }

    @Test
    void pagesOfAllowedSitesMayCallAndReadTheAnswer() throws Exception {
        HttpResponse<String> preflight = send("OPTIONS", "/v1/tiles", "", "Origin", MAPS);
        assertEquals(204, preflight.statusCode());
        assertEquals(
                MAPS,
                preflight.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
        assertEquals(
                "GET, POST, PUT, DELETE",
                preflight.headers().firstValue("Access-Control-Allow-Methods").orElseThrow());

        assertEquals(
                204,
                send("OPTIONS", "/v1/jobs?stauts=done", "", "Origin", MAPS).statusCode(),
                "the answer to the request itself says what is wrong with it");
        HttpResponse<String> refused =
                send("GET", "/v1/models?foo=1", "", "Origin", MAPS, "Authorization", bearer(Scope.READ));
        Problems.assertProblem(400, refused);
        assertEquals(
                MAPS,
                refused.headers().firstValue("Access-Control-Allow-Origin").orElseThrow(),
                "the page may read what is wrong");

        HttpResponse<String> answer =
                send("GET", "/v1/models", "", "Origin", MAPS, "Authorization", bearer(Scope.READ));
        assertEquals(200, answer.statusCode());
        assertEquals(
                MAPS, answer.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());

        HttpResponse<String> estimate =
                send("POST", "/v1/estimates", "", "Origin", MAPS, "Authorization", bearer(Scope.CLASSIFY));
        assertEquals(
                Set.of("Origin", "Accept"),
                Set.copyOf(estimate.headers().allValues("Vary")),
                "a cache keeps one answer for each site and each form");
        HttpResponse<String> page = send("GET", "/", "", "Origin", MAPS, "Authorization", bearer(Scope.READ));
        assertEquals(
                Set.of("Origin", "Accept-Encoding"), Set.copyOf(page.headers().allValues("Vary")));

        Problems.assertProblem(
                403,
                send("GET", "/v1/models", "", "Origin", "https://evil.example", "Authorization", bearer(Scope.READ)));
    }
}
