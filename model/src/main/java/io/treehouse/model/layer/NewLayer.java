package io.treehouse.model.layer;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What Deeplearning4j wants every configuration to do with the layer that it makes. */
final class NewLayer {
    private NewLayer() {}

    /**
     * Hands a new layer its place in the graph and its parameters.
     *
     * @param parameters the layer's part of the graph's parameters; null for a layer without any
     * @param table the same by name
     * @return the layer
     */
    static Layer prepared(
            Layer layer,
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            Map<String, INDArray> table) {
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(table);
        layer.setConf(conf);
        return layer;
    }
}
