package io.treehouse.server.http;

import io.treehouse.server.access.CallerLimits;
import io.treehouse.server.access.DiskShares;
import io.treehouse.server.access.KnownTokens;
import io.treehouse.server.access.Scope;
import io.treehouse.server.access.TokenFile;
import io.treehouse.server.feedback.FeedbackShelf;
import io.treehouse.server.jobs.JobSettings;
import io.treehouse.server.jobs.Jobs;
import io.treehouse.server.models.ServedVersions;
import io.treehouse.server.models.TestVersions;
import io.treehouse.server.retraining.TestWorkshop;
import io.treehouse.server.retraining.Workshop;
import io.treehouse.server.store.Store;
import io.treehouse.server.store.StoreSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A server with all of its services that asks for tokens, for tests; its tiles are fake. */
final class TokenServer implements AutoCloseable {
    private static final HttpClient CLIENT = CheckedClient.ofFakeTiles();

    private final Map<String, String> secrets = new HashMap<>();
    private final ServedVersions versions;
    private final Store store;
    private final Jobs jobs;
    private final Workshop workshop;
    private final DiskShares shares;
    private final TreehouseServer server;

    /**
     * @param tokens their scopes by their names
     * @param mostBytesEach what each token may keep on the disk; a body may have four times as many
     */
    TokenServer(Path home, Map<String, Scope> tokens, int mostBytesEach) throws Exception {
        TestVersions test = new TestVersions(home);
        versions = ServedVersions.open(test.registry(), TestVersions.opener(), 1);
        store = new Store(StoreSettings.embedded(home));
        jobs = new Jobs(store, JobSettings.in(home.resolve("jobs")), versions);
        workshop = TestWorkshop.open(store, home, "true");
        shares = new DiskShares(store, home, mostBytesEach);
        TokenFile file = new TokenFile(home.resolve("tokens"));
        tokens.forEach((name, scope) -> secrets.put(name, file.add(name, scope)));
        server = TreehouseServer.start(
                new ServerOptions("127.0.0.1", 0, 4 * mostBytesEach, 1 << 20, 4, 8, Duration.ofSeconds(20)),
                Services.of(new FakeTiles())
                        .with(new ModelService(test.registry(), versions))
                        .with(new FeedbackShelf(store, home))
                        .with(jobs)
                        .with(workshop)
                        .with(Access.byTokens(new KnownTokens(file), new CallerLimits(1000, 4)))
                        .with(shares));
    }

    /** What each token keeps on the disk. */
    DiskShares shares() {
        return shares;
    }

    /** @param headers names and values in turn */
    HttpResponse<String> send(String token, String method, String path, BodyPublisher body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + secrets.get(token))
                .method(method, body);
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close();
        workshop.close();
        jobs.close();
        store.close();
        versions.close();
    }
}
