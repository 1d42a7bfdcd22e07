package io.treehouse.model.engine;

import io.treehouse.model.network.FeatureShapes.Shape;
import io.treehouse.model.network.NetworkSpec;
import org.bytedeco.javacpp.FloatPointer;

/** Is shown what a network reads and what its nodes make while it runs. */
@FunctionalInterface
interface ActivationObserver {
    /** Nobody looks. */
    ActivationObserver NONE = (node, shape, values) -> {};

    /**
     * @param node name of the node, or {@link NetworkSpec#INPUT}
     * @param shape of its output
     * @param values its output in f32, channels last; only valid during the call
     */
    void made(String node, Shape shape, FloatPointer values);
}
