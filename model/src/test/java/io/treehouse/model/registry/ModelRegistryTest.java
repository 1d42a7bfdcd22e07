package io.treehouse.model.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.bundle.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model's life: added, promoted, rolled back, retired, deleted; and what the disk has to say about it. */
class ModelRegistryTest {
    private static final Change ANNA = new Change("anna", "because");
    private static final ModelId FIRST = ModelId.parse("test-model@1");
    private static final ModelId SECOND = ModelId.parse("test-model@2");
    private static final ModelId THIRD = ModelId.parse("test-model@3");
    /** An event but for its last character. */
    private static final String UNCLOSED = "{\"at\":\"2026-01-01T00:00:00Z\",\"action\":\"promoted\","
            + "\"version\":\"test-model@2\",\"by\":\"anna\",\"reason\":\"because\"";

    @TempDir
    Path folder;

    private ModelRegistry registry;

    @BeforeEach
    void open() {
        registry = new ModelRegistry(folder.resolve("registry"), bundle("1", 1));
    }

    private Path bundle(String version, long seed) {
        return bundle(TestModels.tiny(version, seed), version + "-" + seed);
    }

    private Path bundle(TrainedModel model, String name) {
        Path file = folder.resolve(name + ".zip");
        BundleWriter.write(file, model, NumberType.F16);
        return file;
    }

    private ModelVersion add(String version, long seed) {
        return registry.add(bundle(version, seed), Optional.empty(), ANNA);
    }

    private ModelStatus status(ModelId id) {
        return registry.state().get(id).status();
    }

    private void assertProblem(Kind kind, Runnable work) {
        assertEquals(kind, assertThrows(InputProblem.class, work::run).kind());
    }

    @Test
    void withoutAFolderItHoldsTheModelThatShipsAndWritesNothing() {
        ModelVersion promoted = registry.state().promoted();

        assertEquals(FIRST, promoted.id());
        assertEquals(promoted.facts().sha256(), registry.bundle(FIRST).sha256());
        assertFalse(Files.exists(registry.folder()));
    }

    @Test
    void theFirstChangeKeepsTheModelThatShipsAsTheFirstVersion() {
        ModelVersion added = add("2", 2);

        assertEquals(SECOND, added.id());
        assertEquals(ModelStatus.CANDIDATE, added.status());
        assertEquals("anna", added.addedBy());
        assertEquals(
                List.of(FIRST, SECOND),
                registry.state().versions().stream().map(ModelVersion::id).toList());
        assertEquals(ModelStatus.PROMOTED, status(FIRST));
        assertEquals(added.facts().sha256(), registry.bundle(SECOND).sha256());
    }

    @Test
    void oneVersionIsPromotedAndRollingBackReturnsToThoseBeforeIt() {
        add("2", 2);
        add("3", 3);
        registry.promote(SECOND, ANNA);
        registry.promote(THIRD, ANNA);
        assertEquals(ModelStatus.RETIRED, status(SECOND));

        assertEquals(SECOND, registry.rollBack(ANNA).id());
        assertEquals(ModelStatus.RETIRED, status(THIRD));
        assertEquals(FIRST, registry.rollBack(ANNA).id());
        assertProblem(Kind.CONFLICT, () -> registry.rollBack(ANNA));
        assertEquals(ModelStatus.PROMOTED, status(FIRST));
    }

    @Test
    void rollingBackPassesOverVersionsThatWereDeleted() {
        add("2", 2);
        add("3", 3);
        registry.promote(SECOND, ANNA);
        registry.promote(THIRD, ANNA);
        registry.delete(SECOND, ANNA);

        assertEquals(FIRST, registry.rollBack(ANNA).id());
    }

    @Test
    void thePromotedVersionIsNeitherDeletedNorRetired() {
        add("2", 2);
        registry.promote(SECOND, ANNA);

        assertProblem(Kind.CONFLICT, () -> registry.delete(SECOND, ANNA));
        assertProblem(Kind.CONFLICT, () -> registry.retire(SECOND, ANNA));
        registry.delete(FIRST, ANNA);

        assertEquals(
                List.of(SECOND),
                registry.state().versions().stream().map(ModelVersion::id).toList());
        assertProblem(Kind.NOT_FOUND, () -> registry.bundle(FIRST));
        assertFalse(Files.exists(registry.bundleFile(FIRST)));
    }

    @Test
    void aVersionNeverComesToMeanAnotherFile() {
        add("2", 2);
        add("2", 2);
        assertEquals(3, registry.state().history().size(), "adding the same file again is no event");

        assertProblem(Kind.CONFLICT, () -> add("2", 5));
        registry.delete(SECOND, ANNA);
        assertProblem(Kind.CONFLICT, () -> add("2", 5));
        assertEquals(ModelStatus.CANDIDATE, add("2", 2).status());
    }

    @Test
    void theParentIsTheVersionThatTheManifestNames() {
        add("2", 2);
        TrainedModel model = TestModels.tiny("3", 3);
        var manifest = new ObjectMapper().createObjectNode();
        manifest.putObject("start")
                .put("sha256", registry.state().get(SECOND).facts().sha256());
        TrainedModel child = new TrainedModel(
                model.name(),
                model.version(),
                model.network(),
                model.weights(),
                model.input(),
                1,
                List.of(),
                manifest,
                List.of(),
                Optional.empty());

        ModelVersion added = registry.add(bundle(child, "child"), Optional.empty(), ANNA);

        assertEquals(Optional.of(SECOND), added.facts().parent());
        assertProblem(Kind.NOT_FOUND, () -> registry.add(bundle("4", 4), Optional.of(ModelId.parse("no@1")), ANNA));
    }

    @Test
    void everythingThatHappenedStandsInTheHistoryWithNamesAndReasons() throws IOException {
        add("2", 2);
        registry.evaluated(
                SECOND,
                new Change("gate", "better"),
                new ObjectMapper().createObjectNode().put("iou", 0.7));
        registry.promote(SECOND, new Change("ben", "looked at the maps"));
        registry.loadFailed(SECOND, new Change("server", "no memory"));
        registry.rollBack(ANNA);

        RegistryEvent measured = registry.state().history(SECOND).get(1);
        assertEquals(
                0.7,
                new ObjectMapper()
                        .readTree(registry.documentFile(
                                        SECOND, measured.document().orElseThrow())
                                .toFile())
                        .get("iou")
                        .asDouble());
        assertEquals(
                List.of(
                        "added treehouse",
                        "promoted treehouse",
                        "added anna",
                        "evaluated gate",
                        "promoted ben",
                        "load_failed server",
                        "rolled_back anna"),
                registry.state().history().stream()
                        .map(event ->
                                event.action().label() + " " + event.change().by())
                        .toList());
        assertEquals(
                7,
                Files.readAllLines(registry.folder().resolve("history.jsonl")).size());
    }

    @Test
    void everyChangeIsSeenInTheRevision() {
        String before = registry.revision();
        add("2", 2);
        String between = registry.revision();
        registry.promote(SECOND, ANNA);

        assertNotEquals(before, between);
        assertNotEquals(between, registry.revision());
    }

    @Test
    void aBundleThatIsDamagedIsNotAdded() throws IOException {
        Path bundle = bundle("2", 2);
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        Files.write(bundle, bytes);

        assertProblem(Kind.INVALID_DOCUMENT, () -> registry.add(bundle, Optional.empty(), ANNA));
        assertEquals(1, registry.state().versions().size());
    }

    @Test
    void aBundleThatWasExchangedIsNotUsed() throws IOException {
        add("2", 2);
        Files.copy(bundle("2", 7), registry.bundleFile(SECOND), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertProblem(Kind.INVALID_DOCUMENT, () -> registry.bundle(SECOND));
    }

    /** What a crash or a full disk leaves of a line: any beginning of it, or the zeros of blocks that were never written. */
    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"at\":\"2026-01-01T00:00:00Z\",\"action\":\"promoted\"", UNCLOSED, "\0\0\0\0"})
    void aLineThatIsNotCompleteHasNotHappened(String torn) throws IOException {
        add("2", 2);
        Path history = registry.folder().resolve("history.jsonl");
        Files.writeString(history, torn, StandardOpenOption.APPEND);

        assertEquals(ModelStatus.CANDIDATE, status(SECOND));
        registry.promote(SECOND, ANNA);
        assertEquals(ModelStatus.PROMOTED, status(SECOND));
        assertEquals(4, Files.readAllLines(history).size());
    }

    /** As many an editor leaves it. */
    @Test
    void aLastLineThatLacksItsLineFeedAloneCountsAndTheNextOneIsNotGluedToIt() throws IOException {
        add("2", 2);
        registry.promote(SECOND, ANNA);
        Path history = registry.folder().resolve("history.jsonl");
        String whole = Files.readString(history);
        Files.writeString(history, whole.stripTrailing());

        assertEquals(ModelStatus.PROMOTED, status(SECOND));
        assertEquals(List.of(), registry.state().damage());
        registry.retire(FIRST, ANNA);
        assertTrue(Files.readString(history).startsWith(whole));
        assertEquals(5, Files.readAllLines(history).size());
        assertEquals(5, registry.state().history().size());
    }

    /** No crash leaves such lines: the one is more than the beginning of a line, the other is two. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"action\":\"elevated\"}", UNCLOSED + "}" + UNCLOSED + "}\n"})
    void aLineThatNoWriterCanHaveLeftIsDamageAlsoAtTheEnd(String line) throws IOException {
        add("2", 2);
        Path history = registry.folder().resolve("history.jsonl");
        Files.writeString(history, line, StandardOpenOption.APPEND);
        String damaged = Files.readString(history);

        assertEquals(1, registry.state().damage().size());
        String words = registry.state().damage().get(0);
        assertTrue(words.startsWith("Line 4 of history.jsonl"), words);
        assertProblem(Kind.CONFLICT, () -> registry.promote(SECOND, ANNA));
        assertEquals(damaged, Files.readString(history));
    }

    @Test
    void aDamagedLineIsNamedAndHidesNeitherTheOthersNorThatAPromotionMayBeLost() throws IOException {
        add("2", 2);
        registry.promote(SECOND, ANNA);
        Path history = registry.folder().resolve("history.jsonl");
        String whole = Files.readString(history);
        String damaged =
                whole.replaceFirst("(\"action\":)\"promoted\"(,\"version\":\"test-model@2)", "$1\"elevated\"$2");
        Files.writeString(history, damaged);

        RegistryState state = registry.state();
        assertEquals(2, state.versions().size());
        assertEquals(SECOND.version(), registry.bundle(SECOND).model().version());
        assertEquals(1, state.damage().size());
        assertTrue(
                state.damage().get(0).startsWith("Line 4 of history.jsonl"),
                state.damage().get(0));
        assertEquals(FIRST, state.findPromoted().orElseThrow().id());
        InputProblem unsure = assertThrows(InputProblem.class, state::promoted);
        assertTrue(unsure.getMessage().contains("Line 4 of history.jsonl"), unsure.getMessage());

        assertProblem(Kind.CONFLICT, () -> registry.promote(FIRST, ANNA));
        assertProblem(Kind.CONFLICT, () -> add("3", 3));
        assertEquals(damaged, Files.readString(history), "nothing is written beside what cannot be read");
        Files.writeString(history, whole);
        assertEquals(SECOND, registry.state().promoted().id());
    }

    @Test
    void aHistoryOfWhichNoLineCanBeReadIsNoNewRegistry() throws IOException {
        add("2", 2);
        Path history = registry.folder().resolve("history.jsonl");
        Files.writeString(history, "not an event\n");

        assertTrue(registry.exists());
        assertProblem(Kind.CONFLICT, () -> registry.promote(SECOND, ANNA));
        assertEquals("not an event\n", Files.readString(history));
    }

    @Test
    void filesThatAWriterLeftHalfMadeAreNeitherSeenNorInTheWay() throws IOException {
        add("2", 2);
        Path incoming = Files.createDirectories(registry.folder().resolve("incoming"));
        Files.writeString(incoming.resolve("bundle.zip"), "half");
        Path orphan = Files.createDirectories(registry.folder().resolve("versions/test-model@3"));
        Files.writeString(orphan.resolve("bundle.zip"), "published, but the history never came to say so");

        assertEquals(2, registry.state().versions().size());
        assertEquals(THIRD, add("3", 3).id());
        assertEquals(THIRD.version(), registry.bundle(THIRD).model().version());
        assertFalse(Files.exists(incoming));
    }

    @Test
    void aFolderThatCannotBeMadeIsAProblemInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        ModelRegistry impossible = new ModelRegistry(file.resolve("registry"), bundle("1", 1));

        assertProblem(Kind.UNWRITABLE, () -> impossible.retire(FIRST, ANNA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "model", "model@", "@1", "Model@1", "../x@1", "a@b@c", "model@1/2"})
    void whatIsNoNameAndVersionIsRefused(String text) {
        assertProblem(Kind.INVALID_PARAMETER, () -> ModelId.parse(text));
    }
}
