package io.treehouse.model.onnx;

import io.treehouse.model.network.Node.Convolution;

/** Kernels in the order of channels-first libraries. */
public final class KernelOrder {
    private KernelOrder() {}

    /**
     * A kernel with its output channels first, then its input channels (1 if depthwise), then rows and columns: the order
     * of ONNX and of Deeplearning4j's convolution.
     *
     * @param kernel in the order of {@link Convolution#weightShape}
     */
    public static float[] outputFirst(Convolution node, float[] kernel) {
        int taps = node.kernel() * node.kernel();
        int inputs = node.depthwise() ? 1 : node.inChannels();
        int outputs = node.outChannels();
        float[] ordered = new float[kernel.length];
        for (int tap = 0; tap < taps; tap++) {
            for (int in = 0; in < inputs; in++) {
                for (int out = 0; out < outputs; out++) {
                    ordered[(out * inputs + in) * taps + tap] = kernel[(tap * inputs + in) * outputs + out];
                }
            }
        }
        return ordered;
    }

    /** The shape of {@link #outputFirst}. */
    public static long[] shape(Convolution node) {
        return new long[] {node.outChannels(), node.depthwise() ? 1 : node.inChannels(), node.kernel(), node.kernel()};
    }
}
