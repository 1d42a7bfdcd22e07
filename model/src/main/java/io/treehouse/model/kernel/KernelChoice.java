package io.treehouse.model.kernel;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onednn.OneDnn;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the kernels for this machine: oneDNN in bf16 where the processor has bf16 arithmetic and a short timing shows
 * that it pays, oneDNN in f32 elsewhere, ND4J where oneDNN does not load.
 */
public enum KernelChoice {
    /** The fastest on this machine. */
    AUTO,
    /** {@link Nd4jKernels}. */
    ND4J,
    /** {@link OneDnnKernels#f32}. */
    ONEDNN_F32,
    /** {@link OneDnnKernels#bf16}. */
    ONEDNN_BF16;

    private static final Logger LOG = LoggerFactory.getLogger(KernelChoice.class);
    private static final int ROUNDS = 3;

    /** Opens the chosen kernels for the calling thread, who closes them. */
    public Kernels open() {
        Kernels kernels = switch (this) {
            case AUTO -> fastest();
            case ND4J -> new Nd4jKernels();
            case ONEDNN_F32 -> OneDnnKernels.f32();
            case ONEDNN_BF16 -> OneDnnKernels.bf16();
        };
        LOG.info("Training kernels: {}", kernels.name());
        return kernels;
    }

    private static Kernels fastest() {
        if (!OneDnn.isAvailable()) {
            return new Nd4jKernels();
        }
        Kernels f32 = OneDnnKernels.f32();
        if (!OneDnn.hasNativeBf16()) {
            return f32;
        }
        Kernels bf16 = OneDnnKernels.bf16();
        boolean faster = nanosOfATypicalStep(bf16) < nanosOfATypicalStep(f32);
        (faster ? f32 : bf16).close();
        return faster ? bf16 : f32;
    }

    /** Time of one dense convolution forward and backward, the best of a few rounds; the first prepares the kernels. */
    private static long nanosOfATypicalStep(Kernels kernels) {
        Convolution node = new Convolution("timing", "input", 3, 1, 96, 96, false, Activation.RELU);
        INDArray x = Nd4j.ones(DataType.FLOAT, 2, 64, 64, node.inChannels());
        INDArray w = Nd4j.ones(DataType.FLOAT, node.weightShape());
        INDArray b = Nd4j.ones(DataType.FLOAT, node.outChannels());
        List<INDArray> results = List.of(x.like(), x.like(), w.like(), b.like());
        long best = Long.MAX_VALUE;
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            kernels.convolve(node, x, w, b, results.get(0));
            kernels.convolveBackward(node, x, w, results.get(0), x, results.get(1), results.get(2), results.get(3));
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
