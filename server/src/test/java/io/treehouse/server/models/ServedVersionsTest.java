package io.treehouse.server.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.inference.classify.TileObserver;
import io.treehouse.inference.scene.MemoryBusyException;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.RegistryEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which version a request gets, and what happens to those that no request gets any more. */
@Timeout(120)
class ServedVersionsTest {
    @TempDir
    Path folder;

    private final List<ModelId> loaded = new ArrayList<>();
    private TestVersions test;
    private ServedVersions versions;

    @BeforeEach
    void open() {
        test = new TestVersions(folder);
        test.add(2);
        test.add(3);
        versions = ServedVersions.open(test.registry(), this::load, 1);
    }

    private TileClassifier load(ModelBundle bundle, TileObserver observer) {
        loaded.add(ModelId.of(bundle.model()));
        return TestVersions.opener().open(bundle, observer);
    }

    @AfterEach
    void close() {
        versions.close();
    }

    private String serving() {
        try (Lease lease = versions.lease()) {
            return lease.classifier().model().version();
        }
    }

    private void promote(int version) {
        test.registry().promote(TestVersions.id(version), TestVersions.TESTER);
        versions.follow();
    }

    @Test
    void aPromotionGivesRequestsThatBeginTheNewVersionAndThoseInWorkTheOld() {
        Lease inWork = versions.lease();
        promote(2);

        assertEquals("2", serving());
        assertEquals("1", inWork.classifier().model().version());
        inWork.close();
        assertEquals(List.of("2"), openVersions());
    }

    private List<String> openVersions() {
        return versions.open().stream().map(model -> model.version()).toList();
    }

    @Test
    void aVersionCanBeAskedForByNameAndServesLaterWithoutBeingLoadedAgain() {
        try (Lease lease = versions.lease(TestVersions.id(2));
                Lease again = versions.lease(TestVersions.id(2))) {
            assertEquals("2", lease.classifier().model().version());
            assertSame(lease.classifier(), again.classifier());
        }
        promote(2);

        assertEquals("2", serving());
        assertEquals(List.of(TestVersions.id(1), TestVersions.id(2)), loaded);
    }

    @Test
    void noMoreVersionsAreOpenThanAllowedAndTheIdleOneMakesRoom() {
        try (Lease inUse = versions.lease(TestVersions.id(2))) {
            assertThrows(MemoryBusyException.class, () -> versions.lease(TestVersions.id(3)));
            assertEquals("2", inUse.classifier().model().version());
        }
        versions.lease(TestVersions.id(3)).close();

        assertEquals(List.of("1", "3"), openVersions());
    }

    @Test
    void aVersionThatIsNotThereIsAProblem() {
        InputProblem problem = assertThrows(InputProblem.class, () -> versions.lease(ModelId.parse("other@1")));

        assertEquals(Kind.NOT_FOUND, problem.kind());
    }

    @Test
    void aVersionThatCannotBeLoadedLeavesTheOldOneServingAndThatIsOnRecord() throws Exception {
        test.registry().promote(TestVersions.id(2), TestVersions.TESTER);
        Files.writeString(test.registry().bundleFile(TestVersions.id(2)), "damaged");
        versions.follow();

        assertEquals("1", serving());
        assertTrue(versions.problem().orElseThrow().contains("test-model@2 cannot be loaded"));
        List<RegistryEvent> history = test.registry().state().history(TestVersions.id(2));
        assertEquals("load_failed", history.get(history.size() - 1).action().label());
        assertEquals(
                Kind.CONFLICT,
                assertThrows(InputProblem.class, () -> versions.lease(TestVersions.id(2)))
                        .kind());

        promote(3);
        assertEquals("3", serving());
        assertTrue(versions.problem().isEmpty());
    }

    @Test
    void aServerThatStartsWithAnUnusableVersionServesTheOneBeforeIt() throws Exception {
        test.registry().promote(TestVersions.id(2), TestVersions.TESTER);
        Files.writeString(test.registry().bundleFile(TestVersions.id(2)), "damaged");

        try (ServedVersions started = ServedVersions.open(test.registry(), TestVersions.opener(), 1)) {
            assertEquals("1", started.serving().version());
            assertTrue(started.problem().isPresent());
        }
    }

    @Test
    void whileALineOfTheHistoryCannotBeReadWhatServesGoesOnAndAfterItIsMendedTheServerFollows() throws Exception {
        promote(2);
        Path history = test.registry().folder().resolve("history.jsonl");
        String whole = Files.readString(history);
        Files.writeString(history, whole.replaceFirst("\\{(.*\"promoted\",\"version\":\"test-model@2)", "$1"));
        versions.follow();

        assertEquals("2", serving());
        try (ServedVersions started = ServedVersions.open(test.registry(), TestVersions.opener(), 1)) {
            assertEquals(
                    "1", started.serving().version(), "as far as can be read; the log says that it may be another");
            Files.writeString(history, whole);
            started.follow();
            assertEquals("2", started.serving().version());
        }
    }

    @Test
    void aVersionThatWasDeletedIsClosed() {
        versions.lease(TestVersions.id(2)).close();
        test.registry().delete(TestVersions.id(2), TestVersions.TESTER);
        versions.follow();

        assertEquals(List.of("1"), openVersions());
    }

    @Test
    void aPinnedModelServesWhateverIsPromoted() {
        try (ServedVersions pinned = ServedVersions.pinned(
                test.registry().bundle(TestVersions.id(3)), test.registry(), TestVersions.opener(), 1)) {
            test.registry().promote(TestVersions.id(2), TestVersions.TESTER);
            pinned.follow();

            assertEquals("3", pinned.serving().version());
        }
    }

    @Test
    void thePromotionOfAnotherProgramIsFollowed() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        ClassifierOpener watching = (bundle, observer) -> {
            if (bundle.model().version().equals("2")) {
                second.countDown();
            }
            return TestVersions.opener().open(bundle, observer);
        };
        try (ServedVersions followed = ServedVersions.open(test.registry(), watching, 1)) {
            try (RegistryFollower follower = new RegistryFollower(test.registry(), followed, Duration.ofMillis(10))) {
                test.registry().promote(TestVersions.id(2), TestVersions.TESTER);
                assertTrue(second.await(60, TimeUnit.SECONDS));
            }
            assertEquals("2", followed.serving().version());
        }
    }
}
