package io.treehouse.model.engine;

import io.treehouse.model.network.Node.Convolution;

/**
 * A kernel in 8-bit integers, symmetric about 0, each output channel with a scale of its own.
 *
 * @param values the integers, in the order of {@link Convolution#weightShape}
 * @param scales what a 1 stands for, one an output channel
 */
record EightBitKernel(byte[] values, float[] scales) {
    private static final float STEPS = 127;

    /** Rounds a kernel; the largest weight of each output channel becomes 127 or -127. */
    static EightBitKernel of(Convolution node, float[] kernel) {
        int channels = node.outChannels();
        float[] scales = new float[channels];
        for (int i = 0; i < kernel.length; i++) {
            int channel = i % channels;
            scales[channel] = Math.max(scales[channel], Math.abs(kernel[i]) / STEPS);
        }
        byte[] values = new byte[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            float scale = scales[i % channels];
            // A channel without weights has no scale.
            values[i] = scale == 0 ? 0 : (byte) Math.round(kernel[i] / scale);
        }
        return new EightBitKernel(values, scales);
    }

    /** Sum of the integers of each output channel. */
    int[] sums() {
        int[] sums = new int[scales.length];
        for (int i = 0; i < values.length; i++) {
            sums[i % sums.length] += values[i];
        }
        return sums;
    }
}
