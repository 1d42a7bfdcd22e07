package io.treehouse.model.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
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
    void fineLooksAreKeptAndWithoutThemABundleIsWrittenAsBefore() throws IOException {
        Path plain = folder.resolve("plain.zip");
        Path fine = folder.resolve("fine.zip");
        ModelInput seeing = model.input().withFineLooks(List.of(new FineLook(0.25, 0.3)));

        BundleWriter.write(plain, model, NumberType.F16);
        BundleWriter.write(fine, model.withInput(seeing), NumberType.F16);

        assertEquals(seeing, BundleReader.read(fine).model().input());
        assertEquals(List.of(), BundleReader.read(plain).model().input().fineLooks());
        assertFalse(index(plain).contains("fineLooks"));
        assertTrue(index(fine).contains("fineLooks"));
    }

    private static String index(Path bundle) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry(BundleIndex.ENTRY)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void fineLooksAreFinerAndLeaveTheModelsGridAShare() {
        ModelInput input = model.input();
        List<FineLook> asCoarse = List.of(new FineLook(0.5, 0.4));
        List<FineLook> all = List.of(new FineLook(0.3, 0.5), new FineLook(0.2, 0.5));
        assertThrows(IllegalArgumentException.class, () -> input.withFineLooks(asCoarse));
        assertThrows(IllegalArgumentException.class, () -> input.withFineLooks(all));
        assertThrows(IllegalArgumentException.class, () -> new FineLook(0.3, 0));
        assertThrows(IllegalArgumentException.class, () -> new FineLook(0, 0.4));
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
    void roundedWeightsAreKept() throws IOException {
        TrainedModel rounded = model.withQuantization(TestModels.kernels(model));
        Path file = folder.resolve("rounded.zip");

        BundleWriter.write(file, rounded, NumberType.F16);

        assertEquals(rounded.quantization(), BundleReader.read(file).model().quantization());
        assertTrue(index(file).contains("\"formatVersion\" : 2"), "earlier programs must not take it for theirs");
    }

    @Test
    void bundlesWithoutRoundedWeightsStayWhatEarlierProgramsRead() throws IOException {
        Path file = folder.resolve("earlier.zip");
        BundleWriter.write(file, model.withQuantization(TestModels.ranges(model.network())), NumberType.F16);
        assertTrue(index(file).contains("\"formatVersion\" : 1"));
    }

    @Test
    void wideConvolutionsHaveWeightsInBf16AndTheOthersIn8Bits() {
        Quantization rounded = TestModels.kernels(model);
        assertEquals(List.of("stem"), rounded.wide());
        assertEquals(Set.of("stem"), rounded.wideKernels().keySet());
        assertFalse(rounded.kernels().containsKey("stem"));
        assertTrue(rounded.kernels().containsKey("smooth2"));
        Quantization another = rounded.keepingWide(List.of("smooth2"));
        assertFalse(another.kernels().containsKey("smooth2"));
        assertEquals(Set.of(), another.wideKernels().keySet());
    }

    @Test
    void roundedWeightsOfAnotherNetworkAreRefused() {
        Quantization ranges = TestModels.ranges(model.network());
        EightBitKernel tooFew = new EightBitKernel(new byte[] {1, 2}, new float[1], new float[1]);
        assertThrows(
                IllegalArgumentException.class,
                () -> model.withQuantization(ranges.withKernels(Map.of("smooth2", tooFew))));
        assertThrows(
                IllegalArgumentException.class,
                () -> model.withQuantization(ranges.withKernels(Map.of("elsewhere", tooFew))));
        Bf16Kernel oneTooFew = new Bf16Kernel(new float[1], new float[1]);
        assertThrows(
                IllegalArgumentException.class,
                () -> model.withQuantization(ranges.withWideKernels(Map.of("stem", oneTooFew))));
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
    void theCostOfObjectsIsKeptWhereItWasMeasured() throws IOException {
        PrecisionCost measured = new PrecisionCost(Arithmetic.INT8, 0.1, 0.2, 0.7);
        Path file = folder.resolve("objects.zip");

        BundleWriter.write(file, model.withPrecisionCosts(List.of(measured)), NumberType.F32);

        assertEquals(List.of(measured), BundleReader.read(file).model().precisionCosts());
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
