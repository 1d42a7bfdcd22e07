package io.treehouse.model.onednn;

import io.treehouse.model.network.Node.Convolution;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory.format_tag;

/** Memory descriptors of the arrays in this package: shapes in oneDNN's logical order, laid out channels last. */
public final class Layouts {
    private Layouts() {}

    /** {@code [batch, height, width, channels]} in memory. */
    public static memory.desc image(long batch, long height, long width, long channels, data_type type) {
        return new memory.desc(new long[] {batch, channels, height, width}, type, format_tag.nhwc);
    }

    /** {@code [length]}. */
    public static memory.desc vector(long length, data_type type) {
        return new memory.desc(new long[] {length}, type, format_tag.x);
    }

    /** Weights as the rest of the program keeps them: {@code [kernel, kernel, in, out]} or {@code [.., channels, 1]}. */
    public static memory.desc plainWeights(Convolution node) {
        return plainWeights(node, data_type.f32);
    }

    /** The same with numbers of another type. */
    public static memory.desc plainWeights(Convolution node, data_type type) {
        return new memory.desc(weightDims(node), type, node.depthwise() ? format_tag.hwigo : format_tag.hwio);
    }

    /** Weights in whatever order the primitive likes best. */
    public static memory.desc anyWeights(Convolution node, data_type type) {
        return new memory.desc(weightDims(node), type, format_tag.any);
    }

    /**
     * Weights of a depthwise convolution written as a dense one within groups of channels. Groups lie far enough apart for
     * oneDNN to accept the {@link #groupedDiagonal}, whose steps are one row and one column long.
     */
    public static memory.desc groupedWeights(Convolution node, int groupSize) {
        long taps = taps(node);
        long[] strides = {groupStride(node, groupSize), groupSize * taps, taps, node.kernel(), 1};
        return new memory.desc(groupedDims(node, groupSize), data_type.f32, strides);
    }

    /** The weights with equal channel in and out among {@link #groupedWeights}: the depthwise ones. */
    public static memory.desc groupedDiagonal(Convolution node, int groupSize) {
        long[] strides = {groupStride(node, groupSize), (groupSize + 1) * taps(node), node.kernel(), 1};
        return new memory.desc(diagonalDims(node, groupSize), data_type.f32, strides);
    }

    private static long groupStride(Convolution node, int groupSize) {
        return groupSize * (groupSize + 1) * taps(node);
    }

    private static long taps(Convolution node) {
        return (long) node.kernel() * node.kernel();
    }

    /** {@link #plainWeights} of a depthwise convolution with the axes of {@link #groupedDiagonal}. */
    public static memory.desc plainDiagonal(Convolution node, int groupSize) {
        long channels = node.outChannels();
        long[] strides = {groupSize, 1, channels * node.kernel(), channels};
        return new memory.desc(diagonalDims(node, groupSize), data_type.f32, strides);
    }

    private static long[] diagonalDims(Convolution node, int groupSize) {
        return new long[] {node.outChannels() / groupSize, groupSize, node.kernel(), node.kernel()};
    }

    static long[] groupedDims(Convolution node, int groupSize) {
        long groups = node.outChannels() / groupSize;
        return new long[] {groups, groupSize, groupSize, node.kernel(), node.kernel()};
    }

    private static long[] weightDims(Convolution node) {
        long k = node.kernel();
        return node.depthwise()
                ? new long[] {node.inChannels(), 1, 1, k, k}
                : new long[] {node.outChannels(), node.inChannels(), k, k};
    }

    /** Output size of a convolution along one axis: {@code ceil(size / stride)}. */
    public static long outputSize(Convolution node, long size) {
        return (size + node.stride() - 1) / node.stride();
    }

    /** Padding before the first pixel of an axis, as TensorFlow's SAME. */
    public static long paddingBefore(Convolution node, long size) {
        return totalPadding(node, size) / 2;
    }

    /** Padding after the last pixel of an axis, as TensorFlow's SAME. */
    public static long paddingAfter(Convolution node, long size) {
        long total = totalPadding(node, size);
        return total - total / 2;
    }

    private static long totalPadding(Convolution node, long size) {
        return Math.max(0, (outputSize(node, size) - 1) * node.stride() + node.kernel() - size);
    }
}
