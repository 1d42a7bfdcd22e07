package io.treehouse.model.layer;

import io.treehouse.model.kernel.Kernels;
import io.treehouse.model.network.Node.Convolution;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.Regularization;

/** Configuration of a {@link ConvolutionLayer}: the node, and the kernels that compute it. */
final class ConvolutionConf extends FeedForwardLayer {
    private static final long serialVersionUID = 1L;

    private final transient Convolution node;
    private final transient Kernels kernels;
    private final transient Regularization decay;

    ConvolutionConf(Convolution node, Kernels kernels, IUpdater updater, Regularization decay) {
        this.node = node;
        this.kernels = kernels;
        this.layerName = node.name();
        this.nIn = node.inChannels();
        this.nOut = node.outChannels();
        this.activationFn = new ActivationIdentity();
        this.iUpdater = updater;
        this.decay = decay;
    }

    Convolution node() {
        return node;
    }

    Kernels kernels() {
        return kernels;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        Map<String, INDArray> table = initializer().init(conf, parameters, initialise);
        return NewLayer.prepared(new ConvolutionLayer(conf, type), conf, listeners, index, parameters, table);
    }

    @Override
    public ParamInitializer initializer() {
        return new ConvolutionParameters();
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        InputType.InputTypeConvolutional image = (InputType.InputTypeConvolutional) input;
        int stride = node.stride();
        return InputType.convolutional(
                (image.getHeight() + stride - 1) / stride,
                (image.getWidth() + stride - 1) / stride,
                nOut,
                CNN2DFormat.NHWC);
    }

    @Override
    public void setNIn(InputType input, boolean override) {
        // The node states its channels.
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType input) {
        return null;
    }

    @Override
    public boolean isPretrainParam(String name) {
        return false;
    }

    /** Weights decay, biases do not. */
    @Override
    public List<Regularization> getRegularizationByParam(String name) {
        return name.equals(ConvolutionParameters.WEIGHTS) ? List.of(decay) : null;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        return new LayerMemoryReport.Builder(layerName, ConvolutionConf.class, input, getOutputType(-1, input))
                .standardMemory(initializer().numParams(this), 0)
                .workingMemory(0, 0, 0, input.arrayElementsPerExample())
                .build();
    }
}
