package io.treehouse.model.onnx;

import static io.treehouse.model.onnx.OnnxGraph.attribute;
import static io.treehouse.model.onnx.OnnxGraph.dimension;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ModelInput;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.network.Activation;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import io.treehouse.model.network.Node.Convolution;
import java.util.List;

/** A model as a graph of ONNX operators, channels first, from RGB in 0…1 to probabilities. */
final class NetworkGraph {
    /** Version of the standard operators: the first in which Softmax takes one axis. */
    static final int OPERATOR_SET = 13;

    private static final double LARGEST_BYTE = 255;

    private final TrainedModel model;
    private final OnnxGraph graph;
    private String zero;
    private String six;

    private NetworkGraph(TrainedModel model) {
        this.model = model;
        this.graph = new OnnxGraph(model.network().name());
    }

    /**
     * The graph of a model.
     *
     * @param height rows of the input
     * @param width columns of the input
     */
    static GraphProto of(TrainedModel model, Dimension height, Dimension width) {
        NetworkGraph translation = new NetworkGraph(model);
        translation.graph.input(OnnxExport.INPUT, List.of(dimension("batch"), dimension(3), height, width));
        translation.graph.output(
                OnnxExport.OUTPUT, List.of(dimension("batch"), dimension(SurfaceClass.COUNT), height, width));
        translation.zero = translation.graph.scalar("zero", 0);
        translation.six = translation.graph.scalar("six", 6);
        translation.addNormalisation();
        model.network().nodes().forEach(translation::add);
        translation.addProbabilities();
        return translation.graph.build();
    }

    /** The bundle normalises bytes, {@code (v - mean) / scale}; the graph gets them divided by 255. */
    private void addNormalisation() {
        ModelInput input = model.input();
        String scale = graph.scalar("input.scale", LARGEST_BYTE / input.scale());
        String shift = graph.scalar("input.shift", -input.mean() / input.scale());
        String scaled = graph.node("Mul", "input.scaled", List.of(OnnxExport.INPUT, scale));
        graph.node("Add", NetworkSpec.INPUT, List.of(scaled, shift));
    }

    private void addProbabilities() {
        graph.node(
                "Softmax", OnnxExport.OUTPUT, List.of(model.network().output().name()), attribute("axis", 1));
    }

    private void add(Node node) {
        if (node instanceof Convolution convolution) {
            add(convolution);
        } else if (node instanceof Node.Resize resize) {
            add(resize);
        } else {
            graph.node("Add", node.name(), node.inputs());
        }
    }

    private void add(Convolution node) {
        String name = node.name();
        String kernel = graph.constant(
                name + ".w", KernelOrder.outputFirst(node, model.weights().kernel(node)), KernelOrder.shape(node));
        String bias = graph.constant(name + ".b", model.weights().bias(node), node.outChannels());
        boolean linear = node.activation() == Activation.NONE;
        String sum = graph.node(
                "Conv",
                linear ? name : name + ".sum",
                List.of(node.input(), kernel, bias),
                attribute("kernel_shape", new long[] {node.kernel(), node.kernel()}),
                attribute("strides", new long[] {node.stride(), node.stride()}),
                attribute("pads", pads(node)),
                attribute("group", node.depthwise() ? node.inChannels() : 1));
        if (!linear) {
            addActivation(node.activation(), sum, name);
        }
    }

    private void addActivation(Activation activation, String input, String output) {
        if (activation == Activation.RELU) {
            graph.node("Relu", output, List.of(input));
        } else {
            graph.node("Clip", output, List.of(input, zero, six));
        }
    }

    /**
     * SAME padding as numbers: every convolution's input is a multiple of its stride, because the network's is a multiple
     * of the coarsest one, so that the total is {@code kernel - stride} for any size.
     */
    private static long[] pads(Convolution node) {
        int total = Math.max(0, node.kernel() - node.stride());
        int before = total / 2;
        int after = total - before;
        return new long[] {before, before, after, after};
    }

    private void add(Node.Resize node) {
        float factor = node.factor();
        String scales = graph.constant(node.name() + ".scales", new float[] {1, 1, factor, factor}, 4);
        graph.node(
                "Resize",
                node.name(),
                List.of(node.input(), "", scales),
                attribute("mode", "linear"),
                attribute("coordinate_transformation_mode", "half_pixel"));
    }
}
