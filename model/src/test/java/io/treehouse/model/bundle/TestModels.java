package io.treehouse.model.bundle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.network.Activation;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import io.treehouse.model.network.Node.Convolution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Models with seeded random weights, for tests of this and other modules. */
public final class TestModels {
    private TestModels() {}

    /** A few hundred weights with every kind of node; takes milliseconds. */
    public static TrainedModel tiny() {
        return random(tinyNetwork(), 1);
    }

    /** The architecture of {@link #tiny}: an encoder to stride 4 with a residual block, and a decoder with a skip. */
    public static NetworkSpec tinyNetwork() {
        return new NetworkSpec(
                "tiny",
                List.of(
                        new Convolution("stem", NetworkSpec.INPUT, 3, 2, 3, 8, false, Activation.RELU6),
                        new Convolution("b1.expand", "stem", 1, 1, 8, 16, false, Activation.RELU6),
                        new Convolution("b1.dw", "b1.expand", 5, 2, 16, 16, true, Activation.RELU6),
                        new Convolution("b1.project", "b1.dw", 1, 1, 16, 12, false, Activation.NONE),
                        new Convolution("b2.expand", "b1.project", 1, 1, 12, 24, false, Activation.RELU6),
                        new Convolution("b2.dw", "b2.expand", 3, 1, 24, 24, true, Activation.RELU6),
                        new Convolution("b2.project", "b2.dw", 1, 1, 24, 12, false, Activation.NONE),
                        new Node.Addition("b2.add", "b2.project", "b1.project"),
                        new Convolution("lateral2", "stem", 1, 1, 8, 16, false, Activation.NONE),
                        new Convolution("coarse", "b2.add", 3, 1, 12, 16, false, Activation.RELU),
                        new Node.Resize("up2", "coarse", 2),
                        new Node.Addition("join2", "up2", "lateral2"),
                        new Convolution("smooth2", "join2", 3, 1, 16, 16, false, Activation.RELU),
                        new Convolution("classes2", "smooth2", 1, 1, 16, 5, false, Activation.NONE),
                        new Node.Resize("logits", "classes2", 2)));
    }

    /** The network of {@link #tiny} as another version of the model, with weights of its own. */
    public static TrainedModel tiny(String version, long seed) {
        TrainedModel model = random(tinyNetwork(), seed);
        return new TrainedModel(
                model.name(),
                version,
                model.network(),
                model.weights(),
                model.input(),
                model.temperature(),
                model.precisionCosts(),
                model.training(),
                model.errors(),
                model.quantization());
    }

    /** A network with weights that keep activations at the order of one. */
    public static TrainedModel random(NetworkSpec network, long seed) {
        ObjectNode training = JsonNodeFactory.instance.objectNode();
        training.put("note", "random weights").put("seed", seed);
        return new TrainedModel(
                "test-model",
                "0.1",
                network,
                new Weights(network, randomArrays(network, seed)),
                ModelInput.standard(),
                1.25,
                List.of(new PrecisionCost(Arithmetic.BF16, 0.05, 0.1)),
                training,
                List.of(new ErrorMatrix(
                        "drawn",
                        "nowhere",
                        "test",
                        List.of(new ErrorMatrix.Row(
                                ClassSet.of(SurfaceClass.BUILDING, SurfaceClass.BUILT_UP),
                                List.of(1L, 20L, 30L, 0L, 2L))))),
                Optional.empty());
    }

    /** Made-up ranges for all that the convolutions of a network read. */
    public static Quantization ranges(NetworkSpec network) {
        Map<String, Quantization.Range> ranges = new LinkedHashMap<>();
        for (Convolution node : network.convolutions()) {
            ranges.put(node.input(), new Quantization.Range(-1, 2.5f));
        }
        return new Quantization(ranges, List.of("stem"));
    }

    /** {@link #ranges} with weights of all convolutions rounded to the nearest, the bias moved by a quarter. */
    public static Quantization kernels(TrainedModel model) {
        Map<String, EightBitKernel> kernels = new LinkedHashMap<>();
        Map<String, Bf16Kernel> wide = new LinkedHashMap<>();
        for (Convolution node : model.network().convolutions()) {
            float[] bias = model.weights().bias(node);
            for (int i = 0; i < bias.length; i++) {
                bias[i] += 0.25f;
            }
            kernels.put(
                    node.name(), EightBitKernel.nearest(node, model.weights().kernel(node), bias));
            wide.put(node.name(), Bf16Kernel.nearest(model.weights().kernel(node), bias));
        }
        return ranges(model.network()).withKernels(kernels).withWideKernels(wide);
    }

    /** Arrays by name: kernels scaled as He et al. 2015, small biases. */
    public static Map<String, float[]> randomArrays(NetworkSpec network, long seed) {
        Random random = new Random(seed);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Convolution node : network.convolutions()) {
            int fanIn = node.kernel() * node.kernel() * (node.depthwise() ? 1 : node.inChannels());
            int kernelLength = fanIn * node.outChannels();
            arrays.put(node.name() + ".w", gaussian(random, kernelLength, Math.sqrt(2.0 / fanIn)));
            arrays.put(node.name() + ".b", gaussian(random, node.outChannels(), 0.1));
        }
        return arrays;
    }

    private static float[] gaussian(Random random, int length, double deviation) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }
}
