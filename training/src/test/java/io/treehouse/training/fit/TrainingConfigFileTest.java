package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingConfigFileTest {
    @TempDir
    Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), yaml);
    }

    @Test
    void whatIsLeftOutTakesItsDefault() throws IOException {
        TrainingConfig config = TrainingConfigFile.read(file("sets: {czech_ortho: 4}\nsteps: 500\n"));

        assertEquals(Map.of("czech_ortho", 4.0), config.sets());
        assertEquals(500, config.steps());
        assertEquals(TrainingConfig.DEFAULTS.learningRate(), config.learningRate());
    }

    @Test
    void allFaultsAreReportedAtOnce() throws IOException {
        Path file = file("sets: {a: -1}\nbatchSize: 0\nlearningrate: 1\ncropSize: 100\n");

        String message = assertThrows(InputProblem.class, () -> TrainingConfigFile.read(file))
                .getMessage();

        for (String fault : new String[] {"sets.a", "batchSize", "did you mean 'learningRate'?", "cropSize"}) {
            assertTrue(message.contains(fault), message);
        }
    }

    @Test
    void aValueOfAnotherTypeNamesItsSetting() throws IOException {
        Path file = file("sets: {a: 1}\nsteps: many\n");

        String message = assertThrows(InputProblem.class, () -> TrainingConfigFile.read(file))
                .getMessage();

        assertTrue(message.contains("many"), message);
    }

    @Test
    void aWrongTypeHidesNoOtherFault() throws IOException {
        Path file = file("sets: {a: 1}\nsteps: many\nbatchSize: 2.5\nkernels: cuda\nseed:\npatience: 0\n");

        String message = assertThrows(InputProblem.class, () -> TrainingConfigFile.read(file))
                .getMessage();

        for (String fault : new String[] {
            "steps must be a whole number, not \"many\"",
            "batchSize must be a whole number, not 2.5",
            "kernels must be one of auto, nd4j, onednn-f32, onednn-bf16, not 'cuda'",
            "seed has no value",
            "patience must be positive"
        }) {
            assertTrue(message.contains(fault), message);
        }
    }

    @Test
    void licencesAreThoseOfTheFileUnlessOthersAreAskedFor() throws IOException {
        Path file = file("sets: {a: 1}\nlicences: [free, attribution]\n");

        assertEquals(
                List.of("free", "attribution"), TrainingConfigFile.read(file).licences());
        assertEquals(
                List.of("unstated"),
                TrainingConfigFile.read(file, List.of("unstated")).licences());
    }

    @Test
    void licencesThatDoNotExistAreAnsweredWithThoseThatDo() throws IOException {
        Path file = file("sets: {a: 1}\nlicences: [gratis]\nborderSmoothing: 2\n");

        String message = assertThrows(InputProblem.class, () -> TrainingConfigFile.read(file))
                .getMessage();

        assertTrue(message.contains("'gratis'; the classes are [free, attribution, share-alike"), message);
        assertTrue(message.contains("borderSmoothing must be between 0 and 1"), message);
    }

    @Test
    void everySettingWithoutAValueIsNamed() throws IOException {
        for (var setting : TrainingConfig.class.getRecordComponents()) {
            Path file = file(setting.getName() + ":\n");

            String message = assertThrows(InputProblem.class, () -> TrainingConfigFile.read(file))
                    .getMessage();

            assertTrue(message.contains(setting.getName() + " has no value"), message);
        }
    }

    @Test
    void aMissingFileSaysWhereItWasLookedFor() {
        Path missing = folder.resolve("nothing.yaml");

        String message = assertThrows(InputProblem.class, () -> TrainingConfigFile.read(missing))
                .getMessage();

        assertTrue(message.contains(missing.toString()), message);
    }

    @Test
    void theShippedConfigurationsAreValid() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("configs"))) {
            List<String> names = files.map(TrainingConfigFile::read)
                    .map(TrainingConfig::name)
                    .distinct()
                    .sorted()
                    .toList();

            assertEquals(
                    List.of("treehouse-land-cover", "treehouse-land-cover-leave-out", "treehouse-land-cover-open"),
                    names);
        }
    }

    @Test
    void theOpenConfigurationsNameOpenSetsOnlyAndBeginWithImageNet() {
        TrainingConfig first = TrainingConfigFile.read(Path.of("configs/land-cover-open-1-start.yaml"));
        TrainingConfig open = TrainingConfigFile.read(Path.of("configs/land-cover-open-1.yaml"));

        assertEquals(List.of("free", "attribution", "share-alike"), first.licences());
        assertEquals("", first.start());
        assertEquals(first.licences(), open.licences());
        assertEquals("runs/" + first.name() + "-" + first.version() + "/model.zip", open.start());
    }

    @ParameterizedTest
    @CsvSource({"16, 4, 0, 4", "6, 4, 0, 2", "1, 4, 0, 1", "7, 4, 0, 7", "16, 4, 1, 1"})
    void aBatchHasEqualPartsOfAtMostTheirSizeAndOneWherePairsAreCompared(
            int batchSize, int partSize, int shiftConsistencyWeight, int parts) throws Exception {
        Path file = Files.writeString(
                folder.resolve("parts.yaml"),
                "sets: {lake: 1}\nbatchSize: %d\npartSize: %d\nshiftConsistencyWeight: %d\n"
                        .formatted(batchSize, partSize, shiftConsistencyWeight));

        assertEquals(parts, TrainingConfigFile.read(file).parts());
    }
}
