package io.treehouse.model.network;

import io.treehouse.model.network.Node.Convolution;
import java.util.List;

/**
 * A network whose convolutions of stride 2 blur before they skip every other pixel, so that a picture moved by a pixel
 * gives nearly the same answer moved by a pixel (Zhang, Making convolutional networks shift-invariant again, 2019). The
 * blur is linear and follows the kernel before its activation, so both are one kernel that is two pixels wider: it costs
 * next to nothing, and trained kernels are carried over by convolving them with the blur.
 */
public final class BlurredStrides {
    /** Binomial filter along each axis. */
    private static final float[] BLUR = {0.25f, 0.5f, 0.25f};

    private static final int WIDER = BLUR.length - 1;

    private BlurredStrides() {}

    /** The network with wider kernels at every stride of 2. */
    public static NetworkSpec of(NetworkSpec network) {
        List<Node> nodes = network.nodes().stream().map(BlurredStrides::widened).toList();
        return new NetworkSpec(network.name() + "-blurred", nodes);
    }

    private static Node widened(Node node) {
        if (!(node instanceof Convolution c) || c.stride() == 1) {
            return node;
        }
        return new Convolution(
                c.name(),
                c.input(),
                c.kernel() + WIDER,
                c.stride(),
                c.inChannels(),
                c.outChannels(),
                c.depthwise(),
                c.activation());
    }

    /** Whether {@code wide} is {@code narrow} with a blur. */
    public static boolean widens(Convolution narrow, Convolution wide) {
        return narrow.stride() > 1 && wide.equals(widened(narrow));
    }

    /**
     * Weights of a convolution with the blur folded in.
     *
     * @param narrow the convolution without the blur
     * @param weights its kernel, c-order, {@code [kernel, kernel, in, out]} (or {@code [.., 1]} if depthwise)
     * @return the kernel that is two pixels wider
     */
    public static float[] widen(Convolution narrow, float[] weights) {
        int side = narrow.kernel();
        int wide = side + WIDER;
        int channels = weights.length / (side * side);
        float[] blurred = new float[wide * wide * channels];
        for (int tap = 0; tap < side * side * BLUR.length * BLUR.length; tap++) {
            int kernelTap = tap / (BLUR.length * BLUR.length);
            int down = tap / BLUR.length % BLUR.length;
            int across = tap % BLUR.length;
            int to = ((kernelTap / side + down) * wide + kernelTap % side + across) * channels;
            float share = BLUR[down] * BLUR[across];
            for (int c = 0; c < channels; c++) {
                blurred[to + c] += share * weights[kernelTap * channels + c];
            }
        }
        return blurred;
    }

    /** Whether a convolution of such a network is one that blurs. */
    public static boolean blurs(Convolution node) {
        return node.stride() > 1;
    }

    /**
     * The nearest kernel that still blurs. A sequence is a shorter one convolved with 1-2-1 exactly if it is orthogonal to
     * {@code (-1)^i} and to {@code i (-1)^i}, the solutions of {@code x(i) + 2 x(i+1) + x(i+2) = 0}; so these two
     * patterns, the finest that a kernel can have, are taken out along both axes.
     *
     * @param wide a convolution that {@link #blurs}
     * @param weights its kernel, c-order, as trained
     */
    public static float[] projected(Convolution wide, float[] weights) {
        int side = wide.kernel();
        int channels = weights.length / (side * side);
        float[] kept = weights.clone();
        for (int line = 0; line < side; line++) {
            for (int c = 0; c < channels; c++) {
                removeFinestPatterns(kept, line * side * channels + c, channels, side);
            }
        }
        for (int column = 0; column < side; column++) {
            for (int c = 0; c < channels; c++) {
                removeFinestPatterns(kept, column * channels + c, side * channels, side);
            }
        }
        return kept;
    }

    private static void removeFinestPatterns(float[] values, int from, int stride, int count) {
        double middle = (count - 1) / 2.0;
        double level = 0;
        double slope = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double value = sign(i) * values[from + i * stride];
            level += value / count;
            slope += value * (i - middle);
            squares += (i - middle) * (i - middle);
        }
        for (int i = 0; i < count; i++) {
            values[from + i * stride] -= (float) (sign(i) * (level + slope / squares * (i - middle)));
        }
    }

    private static int sign(int i) {
        return i % 2 == 0 ? 1 : -1;
    }
}
