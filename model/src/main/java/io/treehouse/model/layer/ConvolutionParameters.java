package io.treehouse.model.layer;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Parameters of a convolution as views of Deeplearning4j's flat array: weights, then bias. */
final class ConvolutionParameters implements ParamInitializer {
    static final String WEIGHTS = "W";
    static final String BIAS = "b";

    private static Convolution node(Layer layer) {
        return ((ConvolutionConf) layer).node();
    }

    private static long weightCount(Convolution node) {
        return Arrays.stream(node.weightShape()).reduce(1, (a, b) -> a * b);
    }

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return weightCount(node(layer)) + node(layer).outChannels();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return List.of(WEIGHTS, BIAS);
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return List.of(WEIGHTS);
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return List.of(BIAS);
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return key.equals(WEIGHTS);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return key.equals(BIAS);
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray flat, boolean initialise) {
        Convolution node = node(conf.getLayer());
        Map<String, INDArray> parameters = views(node, flat);
        parameters.keySet().forEach(conf::addVariable);
        if (initialise) {
            INDArray weights = parameters.get(WEIGHTS);
            weights.assign(Nd4j.randn(weights.dataType(), weights.shape()).muli(initialDeviation(node)));
            parameters.get(BIAS).assign(0);
        }
        return parameters;
    }

    /**
     * Standard deviation of the initial weights that keeps the size of the values: half of them are lost to a ReLU (He et
     * al. 2015, eq. 10), none in a linear layer (LeCun et al. 1998, eq. 16).
     */
    private static double initialDeviation(Convolution node) {
        double fanIn = (double) node.kernel() * node.kernel() * (node.depthwise() ? 1 : node.inChannels());
        return Math.sqrt((node.activation() == Activation.NONE ? 1 : 2) / fanIn);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray flat) {
        return views(node(conf.getLayer()), flat);
    }

    private static Map<String, INDArray> views(Convolution node, INDArray flat) {
        INDArray line = flat.reshape(flat.length());
        long weights = weightCount(node);
        Map<String, INDArray> parameters = new LinkedHashMap<>();
        parameters.put(WEIGHTS, line.get(NDArrayIndex.interval(0, weights)).reshape('c', node.weightShape()));
        parameters.put(BIAS, line.get(NDArrayIndex.interval(weights, weights + node.outChannels())));
        return parameters;
    }
}
