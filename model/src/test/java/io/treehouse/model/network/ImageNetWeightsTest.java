package io.treehouse.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.network.Node.Convolution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageNetWeightsTest {
    private static final NetworkSpec NETWORK = new NetworkSpec(
            "two",
            List.of(
                    new Convolution("stem", NetworkSpec.INPUT, 1, 1, 3, 2, false, Activation.RELU6),
                    new Convolution("classes", "stem", 1, 1, 2, 5, false, Activation.NONE)));

    @TempDir
    Path folder;

    private static byte[] npy(String description, String shape, float... values) {
        String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n".formatted(description, shape);
        ByteBuffer buffer = ByteBuffer.allocate(10 + header.length() + 4 * values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII));
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }

    private Path npz(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("weights.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey() + ".npy"));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private InputProblem refusal(byte[] weights, byte[] bias) throws IOException {
        Path file = npz(Map.of("stem.w", weights, "stem.b", bias));
        return assertThrows(InputProblem.class, () -> ImageNetWeights.read(file, NETWORK));
    }

    @Test
    void arraysOfSharedNodesAreReadAndOthersLeftOut() throws IOException {
        Path file = npz(Map.of(
                "stem.w", npy("<f4", "(1, 1, 3, 2)", 1, 2, 3, 4, 5, 6),
                "stem.b", npy("<f4", "(2,)", 0.5f, -1),
                "head.b", npy("<f4", "(1,)", 9)));

        ImageNetWeights weights = ImageNetWeights.read(file, NETWORK);

        assertEquals(Set.of("stem"), weights.nodes());
        assertEquals(Set.of("stem.w", "stem.b"), weights.arrays().keySet());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, weights.arrays().get("stem.w"));
        assertArrayEquals(new float[] {0.5f, -1}, weights.arrays().get("stem.b"));
    }

    @Test
    void anArrayOfAnotherShapeIsRefusedByName() throws IOException {
        InputProblem problem = refusal(npy("<f4", "(1, 1, 2, 3)", 1, 2, 3, 4, 5, 6), npy("<f4", "(2,)", 0.5f, -1));

        assertEquals(Kind.INVALID_DOCUMENT, problem.kind());
        assertTrue(problem.getMessage().contains("stem.w has the shape [1, 1, 2, 3]"), problem.getMessage());
    }

    @Test
    void doublePrecisionIsRefused() throws IOException {
        InputProblem problem = refusal(npy("<f8", "(1, 1, 3, 2)", new float[12]), npy("<f4", "(2,)", 0, 0));

        assertTrue(problem.getMessage().contains("float32"), problem.getMessage());
    }

    @Test
    void anArrayThatIsCutShortIsRefused() throws IOException {
        InputProblem problem = refusal(npy("<f4", "(1, 1, 3, 2)", 1, 2), npy("<f4", "(2,)", 0, 0));

        assertTrue(problem.getMessage().contains("cut short"), problem.getMessage());
    }

    @Test
    void aFileWithoutWeightsOfTheNetworkIsRefused() throws IOException {
        Path file = npz(Map.of("other.b", npy("<f4", "(1,)", 9)));

        InputProblem problem = assertThrows(InputProblem.class, () -> ImageNetWeights.read(file, NETWORK));

        assertEquals(Kind.INVALID_DOCUMENT, problem.kind());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.npz");

        InputProblem problem = assertThrows(InputProblem.class, () -> ImageNetWeights.read(missing, NETWORK));

        assertEquals(Kind.NOT_FOUND, problem.kind());
        assertTrue(problem.getMessage().contains("missing.npz"), problem.getMessage());
    }
}
