package io.treehouse.model.network;

import java.util.Arrays;
import java.util.List;

/** One operation of a network; its name is the name of its output. Shapes are {@code [batch, height, width, channels]}. */
public sealed interface Node {
    /** Unique name. */
    String name();

    /** Names of the nodes (or {@link NetworkSpec#INPUT}) it reads. */
    List<String> inputs();

    /**
     * Convolution with bias and activation, padded SAME as TensorFlow does it: output size {@code ceil(n / stride)},
     * total padding {@code max((ceil(n / stride) - 1) * stride + kernel - n, 0)}, the smaller half at the top and left.
     *
     * @param name unique name; its arrays are {@code name.w} and {@code name.b}
     * @param input the node it reads
     * @param kernel side of the square kernel in pixels, odd
     * @param stride 1 or 2
     * @param inChannels channels of the input
     * @param outChannels channels of the output; equals {@code inChannels} if depthwise
     * @param depthwise whether each channel is convolved on its own: weights {@code [kernel, kernel, channels, 1]}
     *     instead of {@code [kernel, kernel, in, out]}
     * @param activation what follows
     */
    record Convolution(
            String name,
            String input,
            int kernel,
            int stride,
            int inChannels,
            int outChannels,
            boolean depthwise,
            Activation activation)
            implements Node {
        public Convolution {
            if (kernel < 1 || kernel % 2 == 0 || stride < 1 || stride > 2 || inChannels < 1 || outChannels < 1) {
                throw new IllegalArgumentException("Impossible convolution " + name);
            }
            if (depthwise && inChannels != outChannels) {
                throw new IllegalArgumentException("A depthwise convolution keeps its channels: " + name);
            }
        }

        @Override
        public List<String> inputs() {
            return List.of(input);
        }

        /** Shape of the weights, c-order. */
        public long[] weightShape() {
            return new long[] {kernel, kernel, inChannels, depthwise ? 1 : outChannels};
        }

        /** Number of the weights. */
        public long weightCount() {
            return Arrays.stream(weightShape()).reduce(1, (count, side) -> count * side);
        }
    }

    /** Sum of two nodes of one shape. */
    record Addition(String name, String left, String right) implements Node {
        @Override
        public List<String> inputs() {
            return List.of(left, right);
        }
    }

    /**
     * Bilinear enlargement by a whole factor with half-pixel centres, clamped at the borders.
     *
     * @param factor 2 or 4
     */
    record Resize(String name, String input, int factor) implements Node {
        public Resize {
            if (factor < 2) {
                throw new IllegalArgumentException("A resize enlarges at least twice: " + name);
            }
        }

        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }
}
