package io.treehouse.model.layer;

import java.util.Collection;
import java.util.HashMap;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Configuration of a {@link SetLossLayer}. Deeplearning4j wants a loss function set; the layer computes its own. */
final class SetLossConf extends CnnLossLayer {
    private static final long serialVersionUID = 1L;

    private final transient SetLoss loss;
    private final transient ShiftConsistency consistency;
    private final transient UnaryOperator<LossSums> wholeBatch;

    SetLossConf(String name, SetLoss loss, ShiftConsistency consistency, UnaryOperator<LossSums> wholeBatch) {
        this.loss = loss;
        this.consistency = consistency;
        this.wholeBatch = wholeBatch;
        setLayerName(name);
        setFormat(CNN2DFormat.NHWC);
        setLossFn(new LossMCXENT());
        setActivationFn(new ActivationIdentity());
    }

    SetLoss loss() {
        return loss;
    }

    ShiftConsistency consistency() {
        return consistency;
    }

    /** Gives the sums of the whole batch for those of the part that the layer sees. */
    UnaryOperator<LossSums> wholeBatch() {
        return wholeBatch;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        return NewLayer.prepared(new SetLossLayer(conf, type), conf, listeners, index, parameters, new HashMap<>());
    }
}
