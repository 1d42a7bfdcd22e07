package io.treehouse.model.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.CnnLossLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Output layer of {@link SetLoss} and {@link ShiftConsistency}: logits {@code [batch, height, width, 5]} against labels {@code [batch, height, width,
 * 1]} that hold the bits of the allowed classes. Its output is the logits. Belongs to one thread.
 */
final class SetLossLayer extends CnnLossLayer {
    private static final long serialVersionUID = 1L;

    private transient double lastLoss;
    private transient float[] logits = {};
    private transient float[] byLogits = {};
    private transient byte[] bits = {};

    SetLossLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
        return memory.leverageTo(ArrayType.ACTIVATIONS, input);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray unused, LayerWorkspaceMgr memory) {
        reserve(Math.toIntExact(labels.length()));
        FloatArrays.read(labels, logits);
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) logits[i];
        }
        FloatArrays.read(input, logits);
        SetLossConf conf = (SetLossConf) layerConf();
        lastLoss = conf.loss().evaluate(logits, bits, (int) input.size(1), byLogits, conf.wholeBatch())
                + conf.consistency().addTo(logits, (int) input.size(0), (int) input.size(1), byLogits);
        INDArray gradient = memory.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
        FloatArrays.write(byLogits, gradient);
        return new Pair<>(new DefaultGradient(), gradient);
    }

    /** Called after {@link #backpropGradient} in a training step: the loss that it found. */
    @Override
    public double computeScore(double regularisation, boolean training, LayerWorkspaceMgr memory) {
        score = lastLoss + regularisation;
        return score;
    }

    /** The arrays are kept from step to step: they are tens of megabytes. */
    private void reserve(int pixels) {
        if (bits.length != pixels) {
            bits = new byte[pixels];
            logits = new float[Math.toIntExact(input.length())];
            byLogits = new float[logits.length];
        }
    }
}
