package io.treehouse.model.layer;

import io.treehouse.model.kernel.Kernels;
import java.util.Collection;
import java.util.HashMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.NoParamLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Configuration of a {@link ResizeLayer}: the factor, and the kernels that compute it. */
final class ResizeConf extends NoParamLayer {
    private static final long serialVersionUID = 1L;

    private final int factor;
    private final transient Kernels kernels;

    ResizeConf(String name, int factor, Kernels kernels) {
        this.layerName = name;
        this.factor = factor;
        this.kernels = kernels;
    }

    int factor() {
        return factor;
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
        return NewLayer.prepared(new ResizeLayer(conf, type), conf, listeners, index, parameters, new HashMap<>());
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        InputType.InputTypeConvolutional image = (InputType.InputTypeConvolutional) input;
        return InputType.convolutional(
                image.getHeight() * factor, image.getWidth() * factor, image.getChannels(), CNN2DFormat.NHWC);
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType input) {
        return null;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        return new LayerMemoryReport.Builder(layerName, ResizeConf.class, input, getOutputType(-1, input))
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .build();
    }
}
