package io.treehouse.model.kernel;

import io.treehouse.model.network.Node.Convolution;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Forward and backward kernels of the trainable layers. All arrays are contiguous, c-order, {@code [batch, height, width,
 * channels]}; outputs are overwritten. One instance belongs to one thread.
 */
public interface Kernels extends AutoCloseable {
    /** Name for logs and benchmarks, such as {@code nd4j f32} or {@code onednn bf16}. */
    String name();

    /** Computes {@code y = activation(convolution(x, w) + b)}. */
    void convolve(Convolution node, INDArray x, INDArray w, INDArray b, INDArray y);

    /**
     * Gradients of {@link #convolve}.
     *
     * @param x the forward input
     * @param w the weights
     * @param y the forward output, after the activation
     * @param dy gradient of the loss by y; not changed
     * @param dx receives the gradient by x; null if nobody needs it
     * @param dw receives the gradient by w
     * @param db receives the gradient by the bias
     */
    void convolveBackward(
            Convolution node, INDArray x, INDArray w, INDArray y, INDArray dy, INDArray dx, INDArray dw, INDArray db);

    /** Bilinear enlargement with half-pixel centres: y is {@code factor} times as high and wide as x. */
    void resize(int factor, INDArray x, INDArray y);

    /** Gradient of {@link #resize}: dx receives the transposed interpolation of dy. */
    void resizeBackward(int factor, INDArray dy, INDArray dx);

    @Override
    void close();
}
