package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.PrecisionCost;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.bundle.TrainedModel;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** A process of its own that serves one window and says what came out, for what holds for a whole process. */
final class EngineProcess {
    /** One of so many probabilities is printed. */
    private static final int SAMPLED = 97;

    private EngineProcess() {}

    /**
     * Prints the checksum of the probabilities, some of them, what serves, and whether a native library of ND4J is in memory.
     *
     * @param arguments a precision; without one f32
     */
    public static void main(String[] arguments) throws Exception {
        PrecisionChoice precision = arguments.length == 0 ? PrecisionChoice.EXACT : PrecisionChoice.parse(arguments[0]);
        try (EnginePool pool = EnginePool.open(model(), new EngineOptions(precision, 2))) {
            float[] probabilities = EngineTest.classify(pool, 256, 192, EngineTest.picture(256, 192, 5));
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * probabilities.length);
            bytes.asFloatBuffer().put(probabilities);
            CRC32 checksum = new CRC32();
            checksum.update(bytes.array());
            System.out.println("answer " + Long.toHexString(checksum.getValue()));
            System.out.println("sample " + sample(probabilities));
            System.out.println("serves " + pool.processor().instructionSet() + " " + pool.precision());
            System.out.println(
                    "nd4j " + Files.readString(Path.of("/proc/self/maps")).contains("nd4jcpu"));
        }
    }

    private static String sample(float[] values) {
        return IntStream.iterate(0, at -> at < values.length, at -> at + SAMPLED)
                .mapToObj(at -> Float.toString(values[at]))
                .collect(Collectors.joining(" "));
    }

    /** A model that allows every arithmetic. */
    private static TrainedModel model() {
        List<PrecisionCost> nothing = Stream.of(Arithmetic.BF16, Arithmetic.INT8)
                .map(arithmetic -> new PrecisionCost(arithmetic, 0, 0))
                .toList();
        TrainedModel tiny = TestModels.tiny();
        return tiny.withQuantization(TestModels.kernels(tiny)).withPrecisionCosts(nothing);
    }
}
