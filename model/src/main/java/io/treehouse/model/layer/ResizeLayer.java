package io.treehouse.model.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Bilinear enlargement of {@code [batch, height, width, channels]} by a whole factor. Belongs to one thread. */
final class ResizeLayer extends AbstractLayer<ResizeConf> {
    private static final long serialVersionUID = 1L;

    ResizeLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
        int factor = layerConf().factor();
        long[] shape = {input.size(0), input.size(1) * factor, input.size(2) * factor, input.size(3)};
        INDArray output = memory.createUninitialized(ArrayType.ACTIVATIONS, input.dataType(), shape, 'c');
        layerConf().kernels().resize(factor, input, output);
        return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray byOutput, LayerWorkspaceMgr memory) {
        assertInputSet(true);
        INDArray byInput = memory.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
        layerConf().kernels().resizeBackward(layerConf().factor(), byOutput, byInput);
        return new Pair<>(new DefaultGradient(), byInput);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public Type type() {
        return Type.UPSAMPLING;
    }

    @Override
    public INDArray params() {
        return null;
    }

    @Override
    public long numParams() {
        return 0;
    }

    @Override
    public void clearNoiseWeightParams() {
        // There is no weight noise.
    }
}
