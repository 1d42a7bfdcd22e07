package io.treehouse.model.benchmark;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ModelInput;
import io.treehouse.model.bundle.TrainedModel;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The stock Deeplearning4j graph, one caller, one tile; normalisation and softmax are left out of its time. */
public final class StockGraphContender implements Contender {
    private final ModelInput convention;
    private final int sidePixels;
    private final ComputationGraph graph;

    /** Builds the graph for one size of tile. */
    public StockGraphContender(TrainedModel model, int sidePixels) {
        this.convention = model.input();
        this.sidePixels = sidePixels;
        this.graph = StockGraph.of(model, sidePixels);
    }

    @Override
    public String name() {
        return "deeplearning4j f32, its own layers, channels first, 1 caller";
    }

    @Override
    public int callers() {
        return 1;
    }

    @Override
    public TileBatch prepare(int side, List<float[]> tiles) {
        if (side != sidePixels || tiles.size() != 1) {
            throw new IllegalArgumentException("The stock graph takes one tile of " + sidePixels + " pixels");
        }
        return new Tile(graph, input(tiles.get(0)));
    }

    private INDArray input(float[] rgb) {
        float factor = (float) (1 / convention.scale());
        float shift = (float) (-convention.mean() / convention.scale());
        return Nd4j.createFromArray(Planes.of(rgb, 3, factor, shift)).reshape('c', 1, 3, sidePixels, sidePixels);
    }

    @Override
    public void close() {
        graph.close();
    }

    private static final class Tile implements TileBatch {
        private final ComputationGraph graph;
        private final INDArray input;
        private INDArray logits;

        Tile(ComputationGraph graph, INDArray input) {
            this.graph = graph;
            this.input = input;
        }

        @Override
        public void classify() {
            logits = graph.outputSingle(input);
        }

        @Override
        public float[] firstProbabilities() {
            float[] values = Planes.interleaved(logits.dup('c').data().asFloat(), SurfaceClass.COUNT);
            for (int start = 0; start < values.length; start += SurfaceClass.COUNT) {
                softmax(values, start);
            }
            return values;
        }

        private static void softmax(float[] values, int start) {
            double sum = 0;
            for (int i = start; i < start + SurfaceClass.COUNT; i++) {
                values[i] = (float) Math.exp(values[i]);
                sum += values[i];
            }
            for (int i = start; i < start + SurfaceClass.COUNT; i++) {
                values[i] /= (float) sum;
            }
        }

        @Override
        public void close() {
            input.close();
        }
    }
}
