package io.treehouse.model.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onednn.Gradients;
import io.treehouse.model.onednn.Layouts;
import io.treehouse.model.onednn.OneDnn;
import io.treehouse.model.onednn.Operations;
import io.treehouse.model.onednn.Primitive;
import io.treehouse.model.onednn.Runner;
import java.lang.ref.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Kernels of oneDNN 3 on FLOAT arrays. In bf16 the operands of dense convolutions are rounded to 16 bits, and those of the
 * slowest weight gradients of depthwise ones; everything else stays f32.
 */
public final class OneDnnKernels implements Kernels {
    private record ConvolutionKey(Convolution node, long batch, long height, long width) {}

    private record ResizeKey(boolean backward, int factor, List<Long> shape) {}

    private final boolean bf16;
    private final Runner runner = new Runner();
    private final OneDnnConvolution.Memory memory = new OneDnnConvolution.Memory();
    private final Map<ConvolutionKey, OneDnnConvolution> convolutions = new HashMap<>();
    private final Map<ResizeKey, Primitive> resizes = new HashMap<>();

    private OneDnnKernels(boolean bf16) {
        this.bf16 = bf16;
    }

    /** Kernels in f32 throughout. */
    public static OneDnnKernels f32() {
        return new OneDnnKernels(false);
    }

    /** Kernels with bf16 operands in dense convolutions; pays off where {@link OneDnn#hasNativeBf16}. */
    public static OneDnnKernels bf16() {
        return new OneDnnKernels(true);
    }

    @Override
    public String name() {
        return bf16 ? "onednn bf16" : "onednn f32";
    }

    @Override
    public void convolve(Convolution node, INDArray x, INDArray w, INDArray b, INDArray y) {
        convolution(node, x).forward(x, w, b, y);
        keepReachable(x, w, b, y);
    }

    @Override
    public void convolveBackward(
            Convolution node, INDArray x, INDArray w, INDArray y, INDArray dy, INDArray dx, INDArray dw, INDArray db) {
        convolution(node, x).backward(x, w, y, dy, dx, dw, db);
        keepReachable(x, w, y, dy, dx, dw, db);
    }

    @Override
    public void resize(int factor, INDArray x, INDArray y) {
        runner.run(resize(false, factor, x).set(DNNL_ARG_SRC, Addresses.of(x)).set(DNNL_ARG_DST, Addresses.of(y)));
        keepReachable(x, y);
    }

    @Override
    public void resizeBackward(int factor, INDArray dy, INDArray dx) {
        runner.run(resize(true, factor, dx)
                .set(DNNL_ARG_DIFF_DST, Addresses.of(dy))
                .set(DNNL_ARG_DIFF_SRC, Addresses.of(dx)));
        keepReachable(dy, dx);
    }

    /** The native code sees addresses only: without this, an array could be collected while it is being read. */
    private static void keepReachable(INDArray... arrays) {
        Reference.reachabilityFence(arrays);
    }

    private OneDnnConvolution convolution(Convolution node, INDArray x) {
        return convolutions.computeIfAbsent(
                new ConvolutionKey(node, x.size(0), x.size(1), x.size(2)),
                key -> new OneDnnConvolution(node, key.batch(), key.height(), key.width(), bf16, memory, runner));
    }

    private Primitive resize(boolean backward, int factor, INDArray small) {
        List<Long> shape = List.of(small.size(0), small.size(1), small.size(2), small.size(3));
        return resizes.computeIfAbsent(new ResizeKey(backward, factor, shape), key -> {
            memory.desc from = Layouts.image(shape.get(0), shape.get(1), shape.get(2), shape.get(3), data_type.f32);
            memory.desc to = Layouts.image(
                    shape.get(0), shape.get(1) * factor, shape.get(2) * factor, shape.get(3), data_type.f32);
            return backward
                    ? Gradients.ofResampling(from, to)
                    : Operations.resampling(prop_kind.forward_training, from, to, false);
        });
    }

    @Override
    public void close() {
        convolutions.values().forEach(OneDnnConvolution::close);
        resizes.values().forEach(Primitive::close);
        memory.close();
        runner.close();
    }
}
