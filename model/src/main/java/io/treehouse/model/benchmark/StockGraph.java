package io.treehouse.model.benchmark;

import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.bundle.Weights;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onnx.KernelOrder;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** A model in Deeplearning4j's own layers in their default form, channels first. */
final class StockGraph {
    private StockGraph() {}

    /** Builds the graph for squares of a size; its output is the logits. */
    static ComputationGraph of(TrainedModel model, int sidePixels) {
        return built(
                model,
                builder(model, sidePixels).setOutputs(model.network().output().name()));
    }

    /** The same graph with a loss on its logits and Adam, to be fitted to one-hot labels, channels first. */
    static ComputationGraph inTraining(TrainedModel model, int sidePixels) {
        Layer loss = new CnnLossLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build();
        GraphBuilder builder = builder(model, sidePixels)
                .addLayer("loss", loss, model.network().output().name());
        return built(model, builder.setOutputs("loss"));
    }

    private static GraphBuilder builder(TrainedModel model, int sidePixels) {
        GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .updater(new Adam(1e-5))
                .graphBuilder()
                .addInputs(NetworkSpec.INPUT)
                .setInputTypes(InputType.convolutional(sidePixels, sidePixels, 3));
        model.network().nodes().forEach(node -> add(builder, node));
        return builder;
    }

    private static ComputationGraph built(TrainedModel model, GraphBuilder builder) {
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        model.network().convolutions().forEach(node -> load(graph, node, model.weights()));
        return graph;
    }

    private static void add(GraphBuilder builder, Node node) {
        if (node instanceof Convolution convolution) {
            builder.addLayer(node.name(), layer(convolution), convolution.input());
        } else if (node instanceof Node.Resize resize) {
            addResize(builder, resize);
        } else {
            builder.addVertex(
                    node.name(),
                    new ElementWiseVertex(ElementWiseVertex.Op.Add),
                    node.inputs().toArray(String[]::new));
        }
    }

    private static Layer layer(Convolution node) {
        if (node.depthwise()) {
            return new DepthwiseConvolution2D.Builder(node.kernel(), node.kernel())
                    .depthMultiplier(1)
                    .nIn(node.inChannels())
                    .nOut(node.outChannels())
                    .stride(node.stride(), node.stride())
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(activation(node))
                    .build();
        }
        return new ConvolutionLayer.Builder(node.kernel(), node.kernel())
                .nIn(node.inChannels())
                .nOut(node.outChannels())
                .stride(node.stride(), node.stride())
                .convolutionMode(ConvolutionMode.Same)
                .activation(activation(node))
                .build();
    }

    private static Activation activation(Convolution node) {
        return switch (node.activation()) {
            case NONE -> Activation.IDENTITY;
            case RELU -> Activation.RELU;
            case RELU6 -> Activation.RELU6;
        };
    }

    /**
     * Deeplearning4j has no layer for bilinear enlargement, but has its parts: every pixel repeated, then the mean of
     * {@code factor} neighbours, then of 2. Together they are the triangle of linear interpolation; means at the border
     * leave out what lies beyond it, which is the same as repeating the border's pixel.
     */
    private static void addResize(GraphBuilder builder, Node.Resize node) {
        String repeated = node.name() + ".repeated";
        String smoothed = node.name() + ".smoothed";
        int factor = node.factor();
        builder.addLayer(repeated, new Upsampling2D.Builder(factor).build(), node.input())
                .addLayer(smoothed, mean(factor, factor / 2), repeated)
                .addLayer(node.name(), mean(2, 0), smoothed);
    }

    private static Layer mean(int side, int padding) {
        return new SubsamplingLayer.Builder(PoolingType.AVG)
                .kernelSize(side, side)
                .stride(1, 1)
                .padding(padding, padding)
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
    }

    private static void load(ComputationGraph graph, Convolution node, Weights weights) {
        float[] kernel = weights.kernel(node);
        INDArray values = node.depthwise()
                ? Nd4j.createFromArray(kernel).reshape('c', node.weightShape())
                : Nd4j.createFromArray(KernelOrder.outputFirst(node, kernel)).reshape('c', KernelOrder.shape(node));
        graph.getLayer(node.name()).getParam("W").assign(values);
        INDArray bias = graph.getLayer(node.name()).getParam("b");
        bias.assign(Nd4j.createFromArray(weights.bias(node)).reshape('c', bias.shape()));
    }
}
