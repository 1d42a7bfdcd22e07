package io.treehouse.training.retrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.model.registry.ModelVersion;
import io.treehouse.training.promote.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of one step on an old town is retrained for two steps on a new one. */
class RetrainingTest {
    @TempDir
    private Path folder;

    @Test
    void itEndsWithAMeasuredCandidateAndAReportAndDoesNothingTwice() throws Exception {
        TinyTowns towns = TinyTowns.draw(folder);
        ModelRegistry registry = towns.registry("registry");
        Path output = folder.resolve("run");

        assertRefusedWhereItCannotWrite(towns, registry, output);
        assertRefusedUnderATakenVersion(towns, registry, output);

        Decision decision = towns.retrain(registry, towns.request(2), output, false);

        ModelVersion candidate = registry.state().get(ModelId.parse("tiny@1-r1"));
        assertEquals(Optional.of(ModelId.parse("tiny@1")), candidate.facts().parent());
        JsonNode report =
                new ObjectMapper().readTree(output.resolve("report.json").toFile());
        assertEquals("tiny@1-r1", report.get("candidate").asText());
        assertEquals(decision.inWords(), report.get("decision").asText());
        assertEquals(0.25, report.at("/sets/old").asDouble());
        assertEquals(0.75, report.at("/sets/new").asDouble());
        assertEquals("tiny@1", report.get("start").asText());
        assertTrue(
                Files.readString(output.resolve("report.md"))
                        .contains("## New places\n\n| intersection over union | before |"),
                "see report.md");
        JsonNode manifest = registry.bundle(candidate.id()).model().training();
        assertEquals(2, manifest.at("/configuration/steps").asInt());
        assertEquals("tiny@1-r1", candidate.id().toString());
        assertEquals("1-r2", Retraining.nextVersion(registry, ModelId.parse("tiny@1-r1")));

        towns.retrain(registry, towns.request(2), output, false);

        assertEquals(2, registry.state().versions().size());

        // What a run leaves that was killed when its training was done and nothing published.
        ModelRegistry other = towns.registry("other");
        towns.retrain(other, towns.request(2), output, false);

        assertEquals(
                candidate.facts().sha256(),
                other.state().get(candidate.id()).facts().sha256());
        RetrainingProgress progress = RetrainingProgress.read(output);
        assertEquals(Stage.DONE, progress.stage());
        assertEquals(100, progress.percent());
        assertEquals(2, progress.step());
        assertEquals(2, progress.scores().size());
        assertEquals(
                List.of(1, 2),
                progress.losses().stream().map(RetrainingProgress.Loss::step).toList());
    }

    /** What a full disk does: a file cannot be written. Nothing is published, and the next call goes on. */
    private static void assertRefusedWhereItCannotWrite(TinyTowns towns, ModelRegistry registry, Path output)
            throws IOException {
        Path inTheWay = Files.createDirectories(output.resolve("config.json.part"));

        InputProblem refused =
                assertThrows(InputProblem.class, () -> towns.retrain(registry, towns.request(2), output, false));

        assertEquals(InputProblem.Kind.UNWRITABLE, refused.kind());
        assertEquals(Optional.of(refused.getMessage() + " " + refused.remedy()), ProblemFile.read(output));
        assertEquals(1, registry.state().versions().size());
        Files.delete(inTheWay);
    }

    /** A name belongs to one model for good, and nothing is trained in vain. */
    private static void assertRefusedUnderATakenVersion(TinyTowns towns, ModelRegistry registry, Path output) {
        RetrainingRequest usual = towns.request(2);
        RetrainingRequest taken = new RetrainingRequest(
                usual.catalogs(), usual.start(), Optional.of("1"), usual.replayShare(), 0.2, 2, 0, 1e-4);

        InputProblem refused = assertThrows(InputProblem.class, () -> towns.retrain(registry, taken, output, false));

        assertEquals("There is, or was, a version tiny@1 in the registry.", refused.getMessage());
    }

    @Test
    void theMixtureKeepsTheRelationOfTheKnownSetsAndTheShareOfTheNewOnes() {
        assertEquals(
                Map.of("a", 0.125, "b", 0.375, "c", 0.5),
                RetrainingSettings.mixture(Map.of("a", 1.0, "b", 3.0, "c", 5.0), List.of("c"), 0.5));
        assertEquals(Map.of("c", 1.0), RetrainingSettings.mixture(Map.of("a", 1.0), List.of("c"), 0));
        assertThrows(InputProblem.class, () -> RetrainingSettings.mixture(Map.of(), List.of("c"), 0.4));
    }

    @Test
    void requestsThatMakeNoSenseAreRefused() {
        assertThrows(InputProblem.class, () -> request(List.of(), 0.5));
        assertThrows(InputProblem.class, () -> request(List.of(folder), 1));
    }

    private static RetrainingRequest request(List<Path> catalogs, double replayShare) {
        return new RetrainingRequest(catalogs, Optional.empty(), Optional.empty(), replayShare, 0.2, 2, 0, 1e-4);
    }
}
