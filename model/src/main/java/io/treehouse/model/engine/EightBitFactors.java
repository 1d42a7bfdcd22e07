package io.treehouse.model.engine;

import io.treehouse.model.bundle.EightBitKernel;
import io.treehouse.model.network.Node.Convolution;

/**
 * What makes a convolution's output of the sums of its 8-bit products, {@code output = sum * factor + bias}, one of each an
 * output channel. The scales and zeros of input and output are in them, so that a kernel has nothing else to do.
 */
record EightBitFactors(float[] factors, float[] bias) {
    /**
     * @param kernel the convolution's
     * @param input numbers of its input
     * @param output numbers of its output
     */
    static EightBitFactors of(Convolution node, EightBitKernel kernel, Encoding input, Encoding output) {
        int channels = node.outChannels();
        int[] sums = kernel.sums();
        float[] scales = kernel.scales();
        float[] bias = kernel.bias();
        float[] factors = new float[channels];
        float[] folded = new float[channels];
        for (int c = 0; c < channels; c++) {
            factors[c] = input.scale() * scales[c] / output.scale();
            folded[c] = bias[c] / output.scale() + output.zero() - input.zero() * sums[c] * factors[c];
        }
        return new EightBitFactors(factors, folded);
    }
}
