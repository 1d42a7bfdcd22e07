package io.treehouse.model.engine;

import io.treehouse.model.bundle.TestModels;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** A process of its own that serves one window and says what came out, for what holds for a whole process. */
final class EngineProcess {
    private EngineProcess() {}

    /** Prints the checksum of the probabilities, then whether a native library of ND4J is in memory. */
    public static void main(String[] arguments) throws Exception {
        try (EnginePool pool = EnginePool.open(TestModels.tiny(), new EngineOptions(PrecisionChoice.EXACT, 2))) {
            float[] probabilities = EngineTest.classify(pool, 256, 192, EngineTest.picture(256, 192, 5));
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * probabilities.length);
            bytes.asFloatBuffer().put(probabilities);
            CRC32 checksum = new CRC32();
            checksum.update(bytes.array());
            System.out.println("answer " + Long.toHexString(checksum.getValue()));
            System.out.println(
                    "nd4j " + Files.readString(Path.of("/proc/self/maps")).contains("nd4jcpu"));
        }
    }
}
