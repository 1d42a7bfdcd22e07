package io.treehouse.model.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.onnx.OnnxExport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tiles for ONNX Runtime, in one or more runs. */
final class OnnxRuntimeBatch implements TileBatch {
    private static final float BYTE_TO_UNIT = 1 / 255f;

    private final OrtSession session;
    private final int sidePixels;
    private final List<Run> runs = new ArrayList<>();

    /** Tensors in native memory and the buffer that the output lies in. */
    private record Run(OnnxTensor image, OnnxTensor probabilities, FloatBuffer values) {}

    OnnxRuntimeBatch(
            OrtEnvironment environment, OrtSession session, int sidePixels, List<float[]> tiles, int tilesAtOnce) {
        this.session = session;
        this.sidePixels = sidePixels;
        try {
            for (int from = 0; from < tiles.size(); from += tilesAtOnce) {
                List<float[]> part = tiles.subList(from, Math.min(tiles.size(), from + tilesAtOnce));
                runs.add(run(environment, part));
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take tensors", e);
        }
    }

    private Run run(OrtEnvironment environment, List<float[]> tiles) throws OrtException {
        long[] imageShape = {tiles.size(), 3, sidePixels, sidePixels};
        long[] outputShape = {tiles.size(), SurfaceClass.COUNT, sidePixels, sidePixels};
        FloatBuffer image = nativeMemory(tiles.size() * 3);
        tiles.forEach(tile -> image.put(Planes.of(tile, 3, BYTE_TO_UNIT, 0)));
        FloatBuffer output = nativeMemory(tiles.size() * SurfaceClass.COUNT);
        return new Run(
                OnnxTensor.createTensor(environment, image.rewind(), imageShape),
                OnnxTensor.createTensor(environment, output, outputShape),
                output);
    }

    private FloatBuffer nativeMemory(int planes) {
        return ByteBuffer.allocateDirect(planes * sidePixels * sidePixels * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public void classify() {
        for (Run run : runs) {
            try {
                session.run(Map.of(OnnxExport.INPUT, run.image()), Map.of(OnnxExport.OUTPUT, run.probabilities()))
                        .close();
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime does not run the exported model", e);
            }
        }
    }

    @Override
    public float[] firstProbabilities() {
        float[] planes = new float[SurfaceClass.COUNT * sidePixels * sidePixels];
        runs.get(0).values().get(0, planes);
        return Planes.interleaved(planes, SurfaceClass.COUNT);
    }

    @Override
    public void close() {
        for (Run run : runs) {
            run.image().close();
            run.probabilities().close();
        }
    }
}
