package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.server.feedback.FeedbackShelf;
import io.treehouse.server.jobs.JobSettings;
import io.treehouse.server.jobs.Jobs;
import io.treehouse.server.models.ServedVersions;
import io.treehouse.server.models.TestVersions;
import io.treehouse.server.store.Store;
import io.treehouse.server.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of docs/hostile-requests.md, row by row. */
@Timeout(120)
class HostileRequestsTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| (.+?) \\| (`.+`) \\| (\\S+) \\| (\\d{3}) \\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** A name or header that is too long. */
    private static final String LONG = "x".repeat(100_000);

    @TempDir
    static Path folder;

    private static ServedVersions versions;
    private static Store store;
    private static Jobs jobs;
    private static TreehouseServer server;

    /** A row of the table. */
    record Row(int number, String what, String request, List<String> headers, String body, int status) {
        @Override
        public String toString() {
            return number + ": " + what;
        }
    }

    static Stream<Row> rows() throws IOException {
        Path table = Path.of(System.getProperty("treehouse.home"), "docs", "hostile-requests.md");
        return Files.readAllLines(table).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(HostileRequestsTest::row);
    }

    private static Row row(Matcher row) {
        List<String> quoted = QUOTED.matcher(row.group(3))
                .results()
                .map(part -> part.group(1))
                .toList();
        return new Row(
                Integer.parseInt(row.group(1)),
                row.group(2),
                quoted.get(0),
                quoted.subList(1, quoted.size()),
                row.group(4),
                Integer.parseInt(row.group(5)));
    }

    @BeforeAll
    static void start() {
        TestVersions test = new TestVersions(folder);
        versions = ServedVersions.open(test.registry(), TestVersions.opener(), 1);
        store = new Store(StoreSettings.embedded(folder.resolve("home")));
        JobSettings settings =
                new JobSettings(folder.resolve("home/jobs"), 1 << 24, 10, Duration.ofDays(1), Optional.of(folder));
        jobs = new Jobs(store, settings, versions);
        server = TreehouseServer.start(
                new ServerOptions("127.0.0.1", 0, HostileBodies.MOST_BYTES, 1 << 20, 4, 8, Duration.ofSeconds(20)),
                Services.of(new ClassifierService(versions))
                        .with(new ModelService(test.registry(), versions))
                        .with(new FeedbackShelf(store, folder.resolve("home")))
                        .with(jobs));
    }

    @AfterAll
    static void nothingIsLeftBehind() throws Exception {
        server.close();
        jobs.close();
        store.close();
        versions.close();
        for (String kept : List.of("home/jobs", "home/feedback")) {
            if (Files.exists(folder.resolve(kept))) {
                try (Stream<Path> files = Files.walk(folder.resolve(kept))) {
                    assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
                }
            }
        }
        assertFalse(Files.exists(Path.of("/tmp/climbed")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isAnsweredAsTheTableSays(Row row) throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            byte[] body = HostileBodies.of(row.body());
            http.send(head(row, body.length));
            http.sendUnlessClosed(new String(body, StandardCharsets.ISO_8859_1));
            String status = http.line();
            String rest = http.rest();
            assertTrue(status.startsWith("HTTP/1.1 " + row.status()), status + "\n" + rest);
            assertFalse(rest.contains(folder.toString()) || rest.contains("/tmp/treehouse-"), rest);
            Problems.assertProblem(row.status(), rest.substring(rest.indexOf('{'), rest.lastIndexOf('}') + 1));
        }
        try (RawHttp http = new RawHttp(server.port())) {
            http.head("GET /health/ready HTTP/1.1", "Host: localhost", "Connection: close");
            assertEquals("HTTP/1.1 200 OK", http.line());
        }
    }

    private static String head(Row row, int length) {
        List<String> lines = new ArrayList<>();
        lines.add(row.request().replace("LONG", LONG.substring(0, 1000)) + " HTTP/1.1");
        row.headers().forEach(header -> lines.add(header.replace("LONG", LONG)));
        addUnlessGiven(lines, "Host", "127.0.0.1:" + server.port());
        addUnlessGiven(lines, "Content-Length", Integer.toString(length));
        lines.add("Connection: close");
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private static void addUnlessGiven(List<String> lines, String name, String value) {
        if (lines.stream().noneMatch(line -> line.startsWith(name + ":"))) {
            lines.add(name + ": " + value);
        }
    }
}
