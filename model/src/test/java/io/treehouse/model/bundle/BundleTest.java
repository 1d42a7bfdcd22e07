package io.treehouse.model.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.treehouse.datasets.problem.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir
    Path folder;

    private final TrainedModel model = TestModels.tiny();

    @Test
    void whatIsWrittenIsWhatIsRead() {
        Path file = folder.resolve("sub folder/model.zip");
        ModelBundle written = BundleWriter.write(file, model, NumberType.F32);
        ModelBundle read = BundleReader.read(file);
        assertEquals(written.sha256(), read.sha256());
        TrainedModel copy = read.model();
        assertEquals(model.name(), copy.name());
        assertEquals(model.version(), copy.version());
        assertEquals(model.network(), copy.network());
        assertEquals(model.input(), copy.input());
        assertEquals(model.temperature(), copy.temperature());
        assertEquals(model.precisionCosts(), copy.precisionCosts());
        assertEquals(model.training().toString(), copy.training().toString());
        assertEquals(model.errors(), copy.errors());
        for (String name : model.weights().shapes().keySet()) {
            assertArrayEquals(model.weights().array(name), copy.weights().array(name), name);
        }
    }

    @Test
    void rangesForEightBitsAreKept() {
        TrainedModel ranged = model.withQuantization(TestModels.ranges(model.network()));
        assertEquals(
                ranged.quantization(),
                BundleWriter.write(folder.resolve("ranged.zip"), ranged, NumberType.F16)
                        .model()
                        .quantization());
    }

    @Test
    void rangesOfAnotherNetworkAreRefused() {
        Quantization ranges = TestModels.ranges(model.network());
        Quantization other = new Quantization(Map.of("elsewhere", new Quantization.Range(0, 1)), List.of());
        assertThrows(IllegalArgumentException.class, () -> model.withQuantization(other));
        assertThrows(
                IllegalArgumentException.class, () -> model.withQuantization(ranges.keepingWide(List.of("elsewhere"))));
    }

    @Test
    void costsBelongToTheRangesThatTheyWereMeasuredWith() {
        assertEquals(1, model.precisionCosts().size());
        assertEquals(
                List.of(),
                model.withQuantization(TestModels.ranges(model.network())).precisionCosts());
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");
        BundleWriter.write(first, model, NumberType.F16);
        BundleWriter.write(second, BundleReader.read(first).model(), NumberType.F16);
        assertEquals(-1, Files.mismatch(first, second));
    }

    @Test
    void halfPrecisionRoundsWeightsByAtMostOnePartIn2048() {
        ModelBundle bundle = BundleWriter.write(folder.resolve("half.zip"), model, NumberType.F16);
        for (String name : model.weights().shapes().keySet()) {
            float[] exact = model.weights().array(name);
            float[] rounded = bundle.model().weights().array(name);
            for (int i = 0; i < exact.length; i++) {
                assertEquals(exact[i], rounded[i], Math.max(Math.abs(exact[i]) / 2048, 0x1p-25), name);
            }
        }
    }

    @Test
    void writingReplacesTheFileAndLeavesNoOther() throws IOException {
        Path file = folder.resolve("model.zip");
        Files.writeString(file, "older");
        String hash = BundleWriter.write(file, model, NumberType.F16).sha256();
        assertEquals(hash, BundleReader.read(file).sha256());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aMissingFileIsNotFound() {
        InputProblem problem = assertThrows(InputProblem.class, () -> BundleReader.read(folder.resolve("nothing.zip")));
        assertEquals(InputProblem.Kind.NOT_FOUND, problem.kind());
    }
}
