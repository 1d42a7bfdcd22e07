package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/examples.md, as they stand there, in a folder that looks like the project's. */
@Timeout(180)
class ExamplesTest {
    private static final Path PROJECT = Path.of(System.getProperty("treehouse.home"));

    @TempDir
    static Path folder;

    private static ServedVersions versions;
    private static Store store;
    private static Jobs jobs;
    private static TreehouseServer server;

    @BeforeAll
    static void start() throws IOException {
        TestVersions test = new TestVersions(folder);
        versions = ServedVersions.open(test.registry(), TestVersions.opener(), 1);
        store = new Store(StoreSettings.embedded(folder));
        jobs = new Jobs(store, JobSettings.in(folder.resolve("jobs")), versions);
        server = TreehouseServer.start(
                ServerOptions.defaults().onPort(0),
                Services.of(new ClassifierService(versions)).with(jobs));
        Files.createSymbolicLink(folder.resolve("datasets"), PROJECT.resolve("datasets"));
    }

    @AfterAll
    static void stop() {
        server.close();
        jobs.close();
        store.close();
        versions.close();
    }

    private static List<String> blocks(String language) throws IOException {
        String page = Files.readString(PROJECT.resolve("docs/examples.md"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What a command prints; fails unless it ends well. */
    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }

    static Stream<String> curlExamples() throws IOException {
        return blocks("bash").stream();
    }

    @ParameterizedTest
    @MethodSource("curlExamples")
    void curl(String block) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "Skipped: there is no curl");

        run("bash", "-euo", "pipefail", "-c", block.replace("http://127.0.0.1:8080", address()));

        if (block.contains("/v1/estimates")) {
            assertTrue(Files.readString(folder.resolve("estimate.json")).contains("kgCo2e"));
        }
        if (block.contains("/v1/jobs")) {
            String stac = Files.readString(folder.resolve("stac.json"));
            assertEquals(
                    "Feature", new ObjectMapper().readTree(stac).get("type").asText());
            assertEquals(6, Files.readAllLines(folder.resolve("figures.csv")).size());
        }
    }

    @Test
    void java() throws Exception {
        List<String> blocks = blocks("java");
        assertEquals(1, blocks.size());
        Path source = Files.writeString(folder.resolve("HandIn.java"), blocks.get(0));

        String printed = run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                source.toString(),
                address(),
                "datasets/scenes/virginia_naip_1m_rgbn.tif");

        assertTrue(printed.contains("\"state\":\"done\""), printed);
        assertTrue(printed.endsWith("200 classes.tif\n"), printed);
    }
}
