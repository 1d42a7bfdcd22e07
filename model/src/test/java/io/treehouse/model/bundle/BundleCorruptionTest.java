package io.treehouse.model.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a bundle can be wrong is refused, with words that name the place. */
class BundleCorruptionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KERNEL = "arrays/stem.w.bin";

    @TempDir
    Path folder;

    /** Changes the entries of a valid bundle. */
    private interface Change {
        void apply(Map<String, byte[]> entries) throws IOException;
    }

    static Stream<Arguments> changedEntries() {
        return Stream.of(
                change("bundle.json: the entry is missing", entries -> entries.remove("bundle.json")),
                change("training.json: the entry is missing", entries -> entries.remove("training.json")),
                change(KERNEL + ": the entry is missing", entries -> entries.remove(KERNEL)),
                change("does not list the entries [extra.bin]", entries -> entries.put("extra.bin", new byte[1])),
                change("not allowed: ../stem", entries -> entries.put("../stem", new byte[1])),
                change("not allowed: /etc/x", entries -> entries.put("/etc/x", new byte[1])),
                change("not allowed: arrays\\x", entries -> entries.put("arrays\\x", new byte[1])),
                change("not allowed: arrays/", entries -> entries.put("arrays/", new byte[0])),
                change(KERNEL + ": its SHA-256", entries -> entries.get(KERNEL)[5] ^= 1),
                change(KERNEL + ": it has 4 bytes instead of 864", entries -> entries.put(KERNEL, new byte[4])),
                change("network.json: its SHA-256", entries -> entries.get("network.json")[0] = ' '),
                change("bundle.json: ", entries -> entries.put("bundle.json", bytes("no JSON"))),
                change("bundle.json: ", entries -> entries.put("bundle.json", bytes("{}"))),
                change("bundle.json: ", entries -> entries.put("bundle.json", bytes("null"))),
                change(
                        "bundle.json: Duplicate field",
                        entries -> entries.put("bundle.json", twice("temperature", entries))));
    }

    static Stream<Arguments> changedIndices() {
        return Stream.of(
                index("format 'other'", index -> index.put("format", "other")),
                index("version 3", index -> index.put("formatVersion", 3)),
                index("its classes are", index -> index.withArray("classes").remove(0)),
                index("\"surprise\"", index -> index.put("surprise", 1)),
                index("temperature", index -> index.remove("temperature")),
                index("temperature", index -> index.put("temperature", 0)),
                index("Cannot coerce", index -> index.put("temperature", "1.0")),
                index("name or version", index -> index.put("name", "../x")),
                index("Null value for creator property 'arrays'", index -> index.putNull("arrays")),
                index(
                        "Bands are",
                        index -> index.with("input").putArray("bands").add("red")),
                index("normalisation", index -> index.with("input").put("scale", 0)),
                index("window", index -> index.with("input").put("windowPixels", 100)),
                index("overlap", index -> index.with("input").put("overlapPixels", 400)),
                index("its documents are", index -> index.withArray("documents").remove(0)),
                index("F64", index -> firstArray(index).put("type", "F64")),
                index(
                        "its shape is [27, 8]",
                        index -> firstArray(index).putArray("shape").add(27).add(8)),
                index("the entry is missing", index -> firstArray(index).put("name", "unknown.w")),
                index("does not list", index -> index.withArray("arrays").remove(0)),
                index("twice", index -> index.withArray("arrays").add(firstArray(index))),
                index("432 values", index -> firstArray(index).put("type", "f16")));
    }

    private static Arguments change(String words, Change change) {
        return arguments(words, change);
    }

    private static Arguments index(String words, Consumer<ObjectNode> change) {
        return arguments(words, change);
    }

    private static ObjectNode firstArray(ObjectNode index) {
        return (ObjectNode) index.withArray("arrays").get(0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] twice(String field, Map<String, byte[]> entries) {
        String json = new String(entries.get("bundle.json"), StandardCharsets.UTF_8);
        return bytes(json.replaceFirst("\\{", "{ \"" + field + "\": 1.0,"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changedEntries")
    void changedEntriesAreRefused(String words, Change change) throws IOException {
        Map<String, byte[]> entries = entries();
        change.apply(entries);
        assertRefused(words, BundleEntries.pack(entries));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changedIndices")
    void changedIndicesAreRefused(String words, Consumer<ObjectNode> change) throws IOException {
        Map<String, byte[]> entries = entries();
        ObjectNode index = (ObjectNode) JSON.readTree(entries.get("bundle.json"));
        change.accept(index);
        entries.put("bundle.json", JSON.writeValueAsBytes(index));
        assertRefused(words, BundleEntries.pack(entries));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 2000, -1})
    void cutOffFilesAreRefused(int length) throws IOException {
        byte[] file = BundleEntries.pack(entries());
        assertRefused("is not valid", Arrays.copyOf(file, length < 0 ? file.length + length : length));
    }

    @Test
    void filesWithBytesAfterTheEndAreRefused() throws IOException {
        byte[] file = BundleEntries.pack(entries());
        assertRefused("its directory", Arrays.copyOf(file, file.length + 5));
    }

    @Test
    void compressedEntriesAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bundle.json"));
            zip.write(new byte[1 << 20]);
        }
        assertRefused("bundle.json: the entry is compressed", bytes.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void numbersThatAreNotFiniteAreRefused(float value) throws IOException {
        Map<String, byte[]> entries = entries();
        float[] kernel = NumberType.F32.decode(entries.get(KERNEL));
        kernel[7] = value;
        assertRefused("stem.w holds", replaced(entries, KERNEL, NumberType.F32.encode(kernel)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "its shape is, 'outChannels\" : 8', 'outChannels\" : 9'",
        "no earlier node makes, 'input\" : \"stem\"', 'input\" : \"later\"'",
        "polling, 'type\" : \"resize\"', 'type\" : \"polling\"'",
        "Impossible convolution, 'kernel\" : 5', 'kernel\" : 4'",
        "tanh, relu6, tanh",
        "larger than the network, 'factor\" : 2', 'factor\" : 4'"
    })
    void networksThatDoNotFitTogetherAreRefused(String words, String text, String replacement) throws IOException {
        Map<String, byte[]> entries = entries();
        String network = new String(entries.get("network.json"), StandardCharsets.UTF_8);
        int last = network.lastIndexOf(text);
        String changed = network.substring(0, last) + replacement + network.substring(last + text.length());
        assertRefused(words, replaced(entries, "network.json", bytes(changed)));
    }

    @Test
    void roundedWeightsAreAllThereOrRefused() throws IOException {
        assertRefused(
                "The 8-bit weights of smooth2 are incomplete",
                roundedWithout("arrays/smooth2.s8.bin", "arrays", "smooth2.s8"));
        assertRefused(
                "The bf16 weights of stem are incomplete", roundedWithout("arrays/stem.b16.bin", "arrays", "stem.b16"));
    }

    @Test
    void roundedWeightsNeedRanges() throws IOException {
        assertRefused(
                "quantization.json: rounded weights need it",
                roundedWithout("quantization.json", "documents", "quantization.json"));
    }

    /** A bundle without an entry, which its index does not list either. */
    private static byte[] roundedWithout(String entry, String list, String name) throws IOException {
        Map<String, byte[]> entries = roundedEntries();
        ObjectNode index = (ObjectNode) JSON.readTree(entries.get("bundle.json"));
        entries.remove(entry);
        remove(index.withArray(list), name);
        entries.put("bundle.json", JSON.writeValueAsBytes(index));
        return BundleEntries.pack(entries);
    }

    @Test
    void scalesInEightBitsAreFinite() throws IOException {
        byte[] scales = NumberType.F32.encode(new float[] {Float.NaN, 1, 1, 1, 1});
        assertRefused("Impossible scale NaN", replaced(roundedEntries(), "arrays/classes2.s8.bin", scales));
    }

    @Test
    void weightsAndBiasesInBf16AreFinite() throws IOException {
        byte[] bias = NumberType.F32.encode(new float[] {1, Float.POSITIVE_INFINITY, 1, 1, 1, 1, 1, 1});
        assertRefused("Impossible bias Infinity of stem", replaced(roundedEntries(), "arrays/stem.b16.bin", bias));
    }

    /** Halves in the place of integers would be cut off without a word. */
    @Test
    void roundedWeightsAreOfTheirType() throws IOException {
        Map<String, byte[]> entries = roundedEntries();
        ObjectNode index = (ObjectNode) JSON.readTree(entries.get("bundle.json"));
        for (JsonNode array : index.withArray("arrays")) {
            if (array.path("name").asText().equals("classes2.s8")) {
                ((ObjectNode) array).put("type", "I8");
            }
        }
        entries.put("bundle.json", JSON.writeValueAsBytes(index));
        assertRefused("its numbers are I8 instead of F32", BundleEntries.pack(entries));
    }

    private static void remove(ArrayNode list, String name) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path("name").asText().equals(name)) {
                list.remove(i);
            }
        }
    }

    private static Map<String, byte[]> roundedEntries() throws IOException {
        TrainedModel model = TestModels.tiny();
        TrainedModel rounded = model.withQuantization(TestModels.kernels(model));
        return new LinkedHashMap<>(unpackValid(BundleWriter.bytes(rounded, NumberType.F32)));
    }

    private static Map<String, byte[]> entries() throws IOException {
        return new LinkedHashMap<>(unpackValid(BundleWriter.bytes(TestModels.tiny(), NumberType.F32)));
    }

    private static Map<String, byte[]> unpackValid(byte[] file) {
        try {
            return BundleEntries.unpack(file);
        } catch (MalformedBundleException e) {
            throw new AssertionError(e);
        }
    }

    /** A bundle with one entry changed and its size and hash put right in the index: only the content is wrong. */
    private static byte[] replaced(Map<String, byte[]> entries, String name, byte[] content) throws IOException {
        ObjectNode index = (ObjectNode) JSON.readTree(entries.get("bundle.json"));
        for (JsonNode listed : index.findParents("sha256")) {
            String listedName = listed.get("name").asText();
            if (name.equals(listedName) || name.equals("arrays/" + listedName + ".bin")) {
                ((ObjectNode) listed).put("bytes", content.length).put("sha256", Sha256.of(content));
            }
        }
        entries.put(name, content);
        entries.put("bundle.json", JSON.writeValueAsBytes(index));
        return BundleEntries.pack(entries);
    }

    private void assertRefused(String words, byte[] file) throws IOException {
        Path path = folder.resolve("broken.zip");
        Files.write(path, file);
        InputProblem problem = assertThrows(InputProblem.class, () -> BundleReader.read(path));
        assertEquals(InputProblem.Kind.INVALID_DOCUMENT, problem.kind());
        assertTrue(problem.getMessage().contains(path.toString()), problem.getMessage());
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
    }
}
