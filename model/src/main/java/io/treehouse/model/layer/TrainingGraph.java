package io.treehouse.model.layer;

import io.treehouse.model.kernel.Kernels;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * A network in training: Deeplearning4j's {@link ComputationGraph} built from a {@link NetworkSpec}. Belongs to one
 * thread.
 */
public final class TrainingGraph {
    private static final String LOSS = "loss";
    private static final double CLASS_WEIGHT_SHRINKAGE = 0.1;

    private final NetworkSpec network;
    private final OptimizerSettings settings;
    private final ComputationGraph graph;

    private TrainingGraph(NetworkSpec network, OptimizerSettings settings, ComputationGraph graph) {
        this.network = network;
        this.settings = settings;
        this.graph = graph;
    }

    /**
     * Builds the graph with random weights.
     *
     * @param size height and width of the crops it will see
     * @param pretrained names of nodes with the encoder's learning rate
     * @param type FLOAT, or DOUBLE to check gradients
     */
    public static TrainingGraph build(
            NetworkSpec network,
            int size,
            Set<String> pretrained,
            OptimizerSettings settings,
            Kernels kernels,
            DataType type) {
        return build(network, size, pretrained, settings, kernels, type, UnaryOperator.identity());
    }

    /**
     * Builds a graph that sees a part of each batch.
     *
     * @param wholeBatch gives the sums of the loss over the whole batch for those of the part
     */
    static TrainingGraph build(
            NetworkSpec network,
            int size,
            Set<String> pretrained,
            OptimizerSettings settings,
            Kernels kernels,
            DataType type,
            UnaryOperator<LossSums> wholeBatch) {
        IUpdater fresh = new Adam(settings.learningRate());
        IUpdater encoder = new Adam(settings.encoderLearningRate());
        Regularization decay = new DecoupledWeightDecay(settings.weightDecay());
        GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .seed(settings.seed())
                .dataType(type)
                .updater(fresh)
                .miniBatch(false)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .graphBuilder()
                .addInputs(NetworkSpec.INPUT)
                .setInputTypes(InputType.convolutional(size, size, 3, CNN2DFormat.NHWC));
        for (Node node : network.nodes()) {
            addNode(builder, node, kernels, pretrained.contains(node.name()) ? encoder : fresh, decay);
        }
        builder.addLayer(
                LOSS,
                new SetLossConf(
                        LOSS, settings.loss(), new ShiftConsistency(settings.shiftConsistencyWeight()), wholeBatch),
                network.output().name());
        ComputationGraph graph = new ComputationGraph(builder.setOutputs(LOSS).build());
        graph.init();
        TrainingGraph training = new TrainingGraph(network, settings, graph);
        training.shrinkClassWeights();
        return training;
    }

    /** The first logits are near zero, so that the first steps do not have to unlearn confident nonsense. */
    private void shrinkClassWeights() {
        List<Node.Convolution> convolutions = network.convolutions();
        String classes = convolutions.get(convolutions.size() - 1).name();
        parameter(classes, ConvolutionParameters.WEIGHTS).muli(CLASS_WEIGHT_SHRINKAGE);
    }

    private static void addNode(
            GraphBuilder builder, Node node, Kernels kernels, IUpdater updater, Regularization decay) {
        String[] inputs = node.inputs().toArray(String[]::new);
        if (node instanceof Node.Convolution convolution) {
            builder.addLayer(node.name(), new ConvolutionConf(convolution, kernels, updater, decay), inputs);
        } else if (node instanceof Node.Resize resize) {
            builder.addLayer(node.name(), new ResizeConf(node.name(), resize.factor(), kernels), inputs);
        } else {
            builder.addVertex(node.name(), new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs);
        }
    }

    /** One step of a run that leaves no steps out. */
    public double step(int step, INDArray images, INDArray labels) {
        return step(step, 0, images, labels);
    }

    /**
     * One step of training: loss, gradient, shortened to the norm's limit, update.
     *
     * @param step number of the step from 0
     * @param skipped steps that were left out before it: the learning rate is that of both together
     * @param images {@code [batch, height, width, 3]}, normalised
     * @param labels {@code [batch, height, width, 1]}, bits of the allowed classes
     * @return the loss before the update; if it is not finite, nothing is updated
     */
    public double step(int step, int skipped, INDArray images, INDArray labels) {
        return update(step, skipped, gradients(images, labels));
    }

    /**
     * Updates the weights by the gradient in {@link #gradientView}, which it shortens.
     *
     * @param loss that the gradient is of; without an update if it is not finite
     * @return the loss, or the gradient's norm if that is what is not finite
     */
    double update(int step, int skipped, double loss) {
        if (!Double.isFinite(loss)) {
            return loss;
        }
        INDArray flat = graph.getFlattenedGradients();
        double norm = flat.norm2Number().doubleValue();
        if (!Double.isFinite(norm)) {
            return norm;
        }
        if (norm > settings.gradientNormLimit()) {
            flat.muli(settings.gradientNormLimit() / norm);
        }
        graph.getUpdater().update(graph.gradient(), step, skipped, 1, LayerWorkspaceMgr.noWorkspaces());
        INDArray parameters = graph.params();
        parameters.subi(flat.reshape(parameters.shape()));
        return loss;
    }

    /** Computes the gradients of a batch without an update; returns the loss. */
    double gradients(INDArray images, INDArray labels) {
        graph.setInputs(images);
        graph.setLabels(labels);
        graph.computeGradientAndScore();
        return graph.score();
    }

    /** The gradient of the last batch, in the order of {@link #parameters}; a view. */
    INDArray gradientView() {
        return graph.getFlattenedGradients();
    }

    /** Logits {@code [batch, height, width, 5]} of normalised images. */
    public INDArray logits(INDArray images) {
        return graph.outputSingle(images);
    }

    /** The output of every node of normalised images, by the node's name. */
    Map<String, INDArray> outputs(INDArray images) {
        return graph.feedForward(images, false);
    }

    /** All parameters in one line; a view: what is written into it is used. */
    public INDArray parameters() {
        return graph.params();
    }

    /** The updater's moments in one line; a view: what is written into it is used. */
    public INDArray updaterState() {
        return graph.getUpdater().getStateViewArray();
    }

    /** The weights as {@code node.w} and {@code node.b}, c-order, copied. */
    public Map<String, float[]> weights() {
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (Node.Convolution node : network.convolutions()) {
            weights.put(node.name() + ".w", copy(node.name(), ConvolutionParameters.WEIGHTS));
            weights.put(node.name() + ".b", copy(node.name(), ConvolutionParameters.BIAS));
        }
        return weights;
    }

    private float[] copy(String node, String parameter) {
        return parameter(node, parameter).dup('c').data().asFloat();
    }

    private INDArray parameter(String node, String parameter) {
        return graph.getLayer(node).getParam(parameter);
    }

    /**
     * Replaces the kernels of some convolutions, as a constraint on them does after a step.
     *
     * @param which the convolutions
     * @param replacement their kernel, c-order, to the one that takes its place
     */
    public void replaceKernels(
            Predicate<Node.Convolution> which, BiFunction<Node.Convolution, float[], float[]> replacement) {
        network.convolutions().stream().filter(which).forEach(node -> {
            float[] kernel = copy(node.name(), ConvolutionParameters.WEIGHTS);
            load(Map.of(node.name() + ".w", replacement.apply(node, kernel)));
        });
    }

    /** Replaces weights by those given, named as in {@link #weights}; nodes without an entry keep theirs. */
    public void load(Map<String, float[]> weights) {
        weights.forEach((name, values) -> {
            int dot = name.lastIndexOf('.');
            INDArray target = parameter(
                    name.substring(0, dot),
                    name.endsWith(".w") ? ConvolutionParameters.WEIGHTS : ConvolutionParameters.BIAS);
            if (target.length() != values.length) {
                throw new IllegalArgumentException("%s has %d values, the network wants %s"
                        .formatted(name, values.length, Arrays.toString(target.shape())));
            }
            target.assign(
                    Nd4j.createFromArray(values).reshape('c', target.shape()).castTo(target.dataType()));
        });
    }
}
