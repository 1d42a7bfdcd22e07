package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onednn.Scratch;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Plans of ND4J's native operations in f32: the portable fallback, and a second opinion in tests. */
final class Nd4jPlanner implements Planner {
    private final TrainedModel model;
    private final Map<String, INDArray> weights = new HashMap<>();
    private final Scratch memory = new Scratch();

    Nd4jPlanner(TrainedModel model) {
        this.model = model;
        for (Convolution node : model.network().convolutions()) {
            weights.put(
                    node.name() + ".w",
                    Nd4j.createFromArray(model.weights().kernel(node)).reshape('c', node.weightShape()));
            weights.put(node.name() + ".b", Nd4j.createFromArray(model.weights().bias(node)));
        }
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public Arithmetic arithmetic() {
        return Arithmetic.F32;
    }

    @Override
    public Plan plan(int height, int width) {
        return new Nd4jPlan(Schedule.of(model.network(), height, width, Encodings.uniform(Encoding.F32), false), this);
    }

    /** Working memory of at least so many bytes, valid until the next call with a larger size. */
    Pointer memory(long bytes) {
        return memory.atLeast(bytes);
    }

    /** The array {@code NODE.w} or {@code NODE.b}. */
    INDArray weights(String name) {
        return weights.get(name);
    }

    @Override
    public void close() {
        memory.close();
        weights.values().forEach(INDArray::close);
    }
}
