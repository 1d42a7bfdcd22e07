package io.treehouse.server.retraining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.server.store.Store;
import io.treehouse.server.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The queue with shell scripts in place of retrainings; their last argument is the folder. */
@Timeout(120)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WorkshopTest {
    private static final String REPORT =
            "echo '{\"candidate\": \"a@2\", \"decision\": \"may serve\"}' > \"$0/report.json\"";
    private static final long POLL_MILLIS = 20;

    @Parameter
    TestDatabase database;

    @TempDir
    private Path home;

    private Store store;
    private Workshop workshop;
    private RetrainingOrder order;

    @BeforeEach
    void town() throws IOException {
        store = new Store(database.settings(home));
        Path town = Files.createDirectories(home.resolve("catalogs/town"));
        Files.writeString(town.resolve("dataset.json"), """
                {"name": "town", "root": ".", "images": "images/*.png", "gsdMetres": 0.5,
                 "legend": {"0": {"classes": ["other"]}}}
                """);
        order = RetrainingOrder.read(new ObjectMapper().readTree("{\"catalogs\": [\"town\"], \"minutes\": 5}"));
    }

    @AfterEach
    void close() {
        if (workshop != null) {
            workshop.close();
        }
        store.close();
    }

    private void open(String script) throws IOException {
        workshop = TestWorkshop.open(store, home, script);
    }

    private String ordered() {
        return workshop.order(order, "anna").orElseThrow().id();
    }

    private RetrainingStatus await(String id, Predicate<RetrainingStatus> condition) throws InterruptedException {
        RetrainingStatus status = workshop.get(id);
        while (!condition.test(status)) {
            Thread.sleep(POLL_MILLIS);
            status = workshop.get(id);
        }
        return status;
    }

    @Test
    void ordersAreWorkedOffOneAfterTheOther() throws Exception {
        open("mkdir " + home + "/alone && " + REPORT + " && rmdir " + home + "/alone");
        String first = ordered();
        String second = ordered();
        assertEquals("queued", workshop.get(first).state());

        workshop.begin();

        assertEquals("a@2 may serve", await(first, RetrainingStatus::hasEnded).words());
        RetrainingStatus done = await(second, RetrainingStatus::hasEnded);
        assertEquals("done", done.state());
        assertEquals("/v1/retrainings/" + second + "/report", done.report());
        assertEquals("anna", done.askedBy());
        assertEquals(1, done.attempts());
        assertEquals(
                List.of(second, first),
                workshop.list().stream().map(RetrainingStatus::id).toList());
        assertEquals(5, done.order().minutes());
    }

    @Test
    void aProcessThatWasKilledIsStartedAgain() throws Exception {
        open("[ -e \"$0/begun\" ] && " + REPORT + " || { touch \"$0/begun\"; kill -9 $$; }");
        workshop.begin();

        RetrainingStatus done = await(ordered(), RetrainingStatus::hasEnded);

        assertEquals("done", done.state());
        assertEquals(2, done.attempts());
    }

    @Test
    void aProcessThatNeverSaysWhyItEndsIsGivenUpAndMayBeAskedForAgain() throws Exception {
        open("[ -e \"$0/mended\" ] && " + REPORT + "; echo broken; exit 1");
        workshop.begin();
        String id = ordered();

        RetrainingStatus failed = await(id, RetrainingStatus::hasEnded);

        assertEquals("failed", failed.state());
        assertEquals(5, failed.attempts());
        assertTrue(failed.words().endsWith("broken"), failed.words());

        Files.createFile(home.resolve("retrainings").resolve(id).resolve("mended"));
        workshop.again(id);

        assertEquals("done", await(id, RetrainingStatus::hasEnded).state());
        assertThrows(InputProblem.class, () -> workshop.again(id));
    }

    @Test
    void aProblemThatItNamesEndsItAtOnce() throws Exception {
        open(
                "echo '{\"detail\": \"All labels are of one class.\", \"remedy\": \"Label more.\"}' > \"$0/problem.json\"; exit 2");
        workshop.begin();

        RetrainingStatus failed = await(ordered(), RetrainingStatus::hasEnded);

        assertEquals("All labels are of one class. Label more.", failed.words());
        assertEquals(1, failed.attempts());
    }

    @Test
    void whatWaitsAndWhatIsAtWorkCanBeCancelled() throws Exception {
        open("exec sleep 1000");
        workshop.begin();
        String atWork = ordered();
        String waiting = ordered();
        await(atWork, status -> status.state().equals("running"));
        long pid = new RetrainingTable(store, Files.readString(home.resolve("server-id")))
                .find(atWork)
                .orElseThrow()
                .process()
                .orElseThrow()
                .pid();

        workshop.cancel(waiting, "anna");
        RetrainingStatus cancelled = workshop.cancel(atWork, "anna");

        assertEquals("cancelled by anna", cancelled.words());
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(60, TimeUnit.SECONDS);
        }
        assertThrows(InputProblem.class, () -> workshop.cancel(atWork, "anna"));
        assertEquals("cancelled", workshop.get(waiting).state());
    }

    @Test
    void theNextServerGoesOnWithWhatTheLastOneStoppedAndTheAttemptDoesNotCount() throws Exception {
        open("[ -e \"$0/begun\" ] && " + REPORT + " || { touch \"$0/begun\"; exec sleep 1000; }");
        workshop.begin();
        String id = ordered();
        Path begun = home.resolve("retrainings").resolve(id).resolve("begun");
        await(id, status -> Files.exists(begun));

        workshop.close();

        assertEquals("queued", workshop.get(id).state());
        open("[ -e \"$0/begun\" ] && " + REPORT);
        workshop.begin();
        RetrainingStatus done = await(id, RetrainingStatus::hasEnded);
        assertEquals("done", done.state());
        assertEquals(1, done.attempts());
    }

    @Test
    void aProcessThatOutlivedItsServerIsFoundAgain() throws Exception {
        open("exit 1");
        String id = ordered();
        Path folder = Files.createDirectories(home.resolve("retrainings").resolve(id));
        Process left = new ProcessBuilder("sh", "-c", "read line; " + REPORT, folder.toString()).start();
        new RetrainingTable(store, Files.readString(home.resolve("server-id")))
                .started(id, WorkerId.of(left.toHandle()));

        workshop.begin();
        left.getOutputStream().close();

        RetrainingStatus done = await(id, RetrainingStatus::hasEnded);
        assertEquals("done", done.state());
        assertEquals(1, done.attempts());
    }

    @Test
    void theQueueIsBounded() throws Exception {
        open("exit 1");
        for (int i = 0; i < 20; i++) {
            ordered();
        }

        assertTrue(workshop.order(order, "anna").isEmpty());
    }

    @Test
    void ordersThatMakeNoSenseAreRefused() throws Exception {
        open("exit 1");
        for (String wrong : List.of(
                "{}",
                "[]",
                "{\"feedback\": true}",
                "{\"feedback\": \"yes\", \"catalogs\": [\"town\"]}",
                "{\"catalogs\": [\"nowhere\"]}",
                "{\"catalogs\": [\"town\"], \"minuets\": 5}",
                "{\"catalogs\": [\"town\"], \"steps\": \"many\"}",
                "{\"catalogs\": [\"town\"], \"steps\": 0}",
                "{\"catalogs\": [\"town\"], \"replayShare\": 1}",
                "{\"catalogs\": [\"town\"], \"version\": \"../1\"}",
                "{\"catalogs\": [\"town\"], \"from\": \"a@1\", \"promote\": true}")) {
            assertThrows(
                    InputProblem.class,
                    () -> workshop.order(RetrainingOrder.read(new ObjectMapper().readTree(wrong)), "anna"),
                    wrong);
        }
        assertEquals(List.of(), workshop.list());
    }

    @Test
    void cataloguesThatPointOutsideOfTheirFolderAreRefused() throws Exception {
        open("exit 1");
        Path outside = Files.createDirectories(home.resolve("outside"));
        Path catalogs = home.resolve("catalogs");
        String dataset = Files.readString(catalogs.resolve("town/dataset.json"));
        Files.writeString(outside.resolve("dataset.json"), dataset);
        Files.createSymbolicLink(catalogs.resolve("linked"), outside);
        Files.createDirectories(catalogs.resolve("pointing"));
        Files.writeString(
                catalogs.resolve("pointing/dataset.json"),
                dataset.replace("\"root\": \".\"", "\"root\": \"./../../outside\""));
        Files.createDirectories(catalogs.resolve("labelled"));
        Files.writeString(
                catalogs.resolve("labelled/dataset.json"),
                dataset.replace(
                        "\"root\"", "\"labels\": {\"kind\": \"value-mask\", \"folder\": \"../../../etc\"}, \"root\""));

        Files.createDirectories(catalogs.resolve("extended"));
        Files.writeString(
                catalogs.resolve("extended/dataset.json"),
                "{\"name\": \"town\", \"root\": \".\", \"extends\": \"set.json\"}");
        Files.writeString(
                catalogs.resolve("extended/set.json"), dataset.replace("images/*.png", "../town/images/*.png"));
        Files.createDirectories(catalogs.resolve("borrowing"));
        Files.writeString(catalogs.resolve("borrowing/dataset.json"), dataset);
        Files.createSymbolicLink(catalogs.resolve("borrowing/images"), outside);

        CatalogFolder folder = new CatalogFolder(catalogs, home.resolve("imagery"));

        assertEquals(catalogs.resolve("town/dataset.json"), folder.resolve("town"));
        assertEquals(catalogs.resolve("town/dataset.json"), folder.resolve("town/dataset.json"));
        for (String name : List.of(
                "../outside",
                outside.toString(),
                "linked",
                "pointing",
                "labelled",
                "extended",
                "borrowing",
                "\0",
                "town/../../outside")) {
            assertThrows(InputProblem.class, () -> folder.resolve(name), name);
        }
    }
}
