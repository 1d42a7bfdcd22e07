package io.treehouse.model.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onednn.Gradients;
import io.treehouse.model.onednn.Layouts;
import io.treehouse.model.onednn.NativeBuffer;
import io.treehouse.model.onednn.Operations;
import io.treehouse.model.onednn.Primitive;
import io.treehouse.model.onednn.Runner;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;

/** Gradient of one convolution by its weights (in plain order) and bias. */
final class WeightGradient implements AutoCloseable {
    /** Channels that are convolved together where a depthwise convolution is computed as a dense one: the tile's side. */
    private static final int GROUP = 16;

    private final Primitive gradient;
    /** From the order that the gradient comes in to the plain one, each from one buffer to the next. */
    private final List<Primitive> reorders = new ArrayList<>();

    private final List<NativeBuffer> buffers = new ArrayList<>();

    private WeightGradient(Gradients.Backward backward) {
        gradient = backward.primitive();
        buffers.add(new NativeBuffer(backward.weights().get_size()));
    }

    /** The gradient by oneDNN's own kernel for this convolution. */
    static WeightGradient direct(Convolution node, Operations.Forward forward, memory.desc input, memory.desc output) {
        var backward = Gradients.byWeights(node, forward, input, output);
        WeightGradient direct = new WeightGradient(backward);
        direct.reorders.add(Operations.reorder(backward.weights(), Layouts.plainWeights(node)));
        return direct;
    }

    /**
     * The gradient of a depthwise convolution as the diagonal of that of a dense convolution in groups of 16 channels.
     * oneDNN has no fast kernel for depthwise weights of side 5; sixteen times the work on bf16 tiles takes a fifth of the
     * time.
     */
    static WeightGradient grouped(Convolution node, memory.desc input, memory.desc output) {
        var backward = Gradients.byGroupedWeights(node, GROUP, input, output);
        WeightGradient grouped = new WeightGradient(backward);
        memory.desc plainGroups = Layouts.groupedWeights(node, GROUP);
        grouped.reorders.add(Operations.reorder(backward.weights(), plainGroups));
        grouped.buffers.add(new NativeBuffer(plainGroups.get_size()));
        grouped.reorders.add(
                Operations.reorder(Layouts.groupedDiagonal(node, GROUP), Layouts.plainDiagonal(node, GROUP)));
        return grouped;
    }

    /** Whether {@link #grouped} takes this convolution. */
    static boolean canGroup(Convolution node) {
        return node.depthwise() && node.outChannels() % GROUP == 0;
    }

    void compute(Runner runner, Pointer input, Pointer byOutput, Pointer byWeights, Pointer byBias) {
        runner.run(gradient.set(DNNL_ARG_SRC, input)
                .set(DNNL_ARG_DIFF_DST, byOutput)
                .set(DNNL_ARG_DIFF_WEIGHTS, buffers.get(0).pointer())
                .set(DNNL_ARG_DIFF_BIAS, byBias));
        for (int i = 0; i < reorders.size(); i++) {
            Pointer to = i + 1 < buffers.size() ? buffers.get(i + 1).pointer() : byWeights;
            runner.convert(reorders.get(i), buffers.get(i).pointer(), to);
        }
    }

    @Override
    public void close() {
        gradient.close();
        reorders.forEach(Primitive::close);
        buffers.forEach(NativeBuffer::close);
    }
}
