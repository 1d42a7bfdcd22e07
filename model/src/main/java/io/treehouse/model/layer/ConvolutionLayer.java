package io.treehouse.model.layer;

import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution with bias and activation on {@code [batch, height, width, channels]}, plain or depthwise. Belongs to one
 * thread, as every Deeplearning4j layer.
 */
final class ConvolutionLayer extends BaseLayer<ConvolutionConf> {
    private static final long serialVersionUID = 1L;

    private transient INDArray output;

    ConvolutionLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
        Convolution node = layerConf().node();
        long stride = node.stride();
        long[] shape = {
            input.size(0),
            (input.size(1) + stride - 1) / stride,
            (input.size(2) + stride - 1) / stride,
            node.outChannels()
        };
        output = memory.createUninitialized(ArrayType.ACTIVATIONS, input.dataType(), shape, 'c');
        layerConf()
                .kernels()
                .convolve(
                        node,
                        input,
                        params.get(ConvolutionParameters.WEIGHTS),
                        params.get(ConvolutionParameters.BIAS),
                        output);
        return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray byOutput, LayerWorkspaceMgr memory) {
        assertInputSet(true);
        INDArray byWeights = gradientViews.get(ConvolutionParameters.WEIGHTS);
        INDArray byBias = gradientViews.get(ConvolutionParameters.BIAS);
        INDArray byInput = memory.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
        layerConf()
                .kernels()
                .convolveBackward(
                        layerConf().node(),
                        input,
                        params.get(ConvolutionParameters.WEIGHTS),
                        output,
                        byOutput,
                        readsTheImage() ? null : byInput,
                        byWeights,
                        byBias);
        output = null;
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(ConvolutionParameters.WEIGHTS, byWeights);
        gradient.setGradientFor(ConvolutionParameters.BIAS, byBias);
        return new Pair<>(gradient, byInput);
    }

    /** Nobody needs the gradient by the image, and it is an expensive one. */
    private boolean readsTheImage() {
        return layerConf().node().input().equals(NetworkSpec.INPUT);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public Type type() {
        return Type.CONVOLUTIONAL;
    }

    @Override
    public boolean hasBias() {
        return true;
    }

    @Override
    public void clearNoiseWeightParams() {
        // There is no weight noise.
    }
}
