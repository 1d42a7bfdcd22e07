package io.treehouse.model.engine;

import org.bytedeco.javacpp.FloatPointer;

/** Is shown what the nodes of a network make while it runs. */
@FunctionalInterface
interface ActivationObserver {
    /** Nobody looks. */
    ActivationObserver NONE = (node, values, count) -> {};

    /**
     * @param node name of the node
     * @param values its output in f32; only valid during the call
     * @param count number of values
     */
    void made(String node, FloatPointer values, long count);
}
