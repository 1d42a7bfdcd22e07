package io.treehouse.model.benchmark;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.onnx.OnnxExport;
import java.util.ArrayList;
import java.util.List;

/** ONNX Runtime in f32 on the exported model, its inputs and outputs in native memory: nothing is copied in a call. */
public final class OnnxRuntimeContender implements Contender {
    private final Arrangement arrangement;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /**
     * How to use the processor.
     *
     * @param callers threads that call at the same time
     * @param threads threads that work for each of them
     * @param tilesAtOnce largest number of tiles in a run
     */
    private record Arrangement(int callers, int threads, int tilesAtOnce) {}

    private OnnxRuntimeContender(byte[] model, Arrangement arrangement) {
        this.arrangement = arrangement;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(arrangement.threads());
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take the exported model", e);
        }
    }

    /**
     * Every arrangement worth trying for a batch: all cores for one caller or one caller a core, and the batch in runs of
     * 1, 4 or 8 tiles.
     */
    static List<Contender> arrangements(ModelBundle bundle, int cores, int batch) {
        byte[] model = OnnxExport.bytes(bundle, OnnxExport.Size.ANY);
        List<Contender> contenders = new ArrayList<>();
        for (int tilesAtOnce : NetworkBenchmark.BATCHES) {
            if (tilesAtOnce <= batch) {
                contenders.add(new OnnxRuntimeContender(model, new Arrangement(cores, 1, tilesAtOnce)));
                if (cores > 1) {
                    contenders.add(new OnnxRuntimeContender(model, new Arrangement(1, cores, tilesAtOnce)));
                }
            }
        }
        return contenders;
    }

    @Override
    public String name() {
        return "onnxruntime-%s f32, callers: %d, threads each: %d, tiles a run: %d"
                .formatted(
                        environment.getVersion(),
                        arrangement.callers(),
                        arrangement.threads(),
                        arrangement.tilesAtOnce());
    }

    @Override
    public int callers() {
        return arrangement.callers();
    }

    @Override
    public TileBatch prepare(int sidePixels, List<float[]> tiles) {
        return new OnnxRuntimeBatch(environment, session, sidePixels, tiles, arrangement.tilesAtOnce());
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not close its session", e);
        }
    }
}
