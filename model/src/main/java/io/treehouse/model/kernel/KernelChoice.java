package io.treehouse.model.kernel;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onednn.OneDnn;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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

    private static final int ROUNDS = 12;

    /** The setting's text, such as {@code onednn-bf16}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The choice with a label; empty if there is none. */
    public static Optional<KernelChoice> find(String label) {
        return Arrays.stream(values())
                .filter(choice -> choice.label().equals(label))
                .findFirst();
    }

    /** All labels, for a message. */
    public static String labels() {
        return Arrays.stream(values()).map(KernelChoice::label).collect(Collectors.joining(", "));
    }

    /** What {@link #AUTO} means on this machine, which is measured; the others stay what they are. */
    public KernelChoice resolved() {
        return this == AUTO ? fastest() : this;
    }

    /** Whether this machine has what the kernels need. */
    public boolean isAvailable() {
        return switch (this) {
            case AUTO, ND4J -> true;
            case ONEDNN_F32 -> OneDnn.isAvailable();
            case ONEDNN_BF16 -> OneDnn.isAvailable() && OneDnn.computesBf16();
        };
    }

    /** Opens the chosen kernels for the calling thread, who closes them. */
    public Kernels open() {
        return switch (this) {
            case AUTO -> fastest().open();
            case ND4J -> new Nd4jKernels();
            case ONEDNN_F32 -> OneDnnKernels.f32();
            case ONEDNN_BF16 -> OneDnnKernels.bf16();
        };
    }

    private static KernelChoice fastest() {
        if (!OneDnn.isAvailable()) {
            return ND4J;
        }
        if (!OneDnn.hasNativeBf16()) {
            return ONEDNN_F32;
        }
        try (Kernels f32 = OneDnnKernels.f32();
                Kernels bf16 = OneDnnKernels.bf16()) {
            long bestF32 = Long.MAX_VALUE;
            long bestBf16 = Long.MAX_VALUE;
            // In turns, since other programs may take the processor for a while; the first round prepares the kernels.
            for (int round = 0; round <= ROUNDS; round++) {
                bestF32 = Math.min(bestF32, nanosOfATypicalStep(f32));
                bestBf16 = Math.min(bestBf16, nanosOfATypicalStep(bf16));
            }
            return bestBf16 < bestF32 ? ONEDNN_BF16 : ONEDNN_F32;
        }
    }

    /** Time of one dense convolution forward and backward. */
    private static long nanosOfATypicalStep(Kernels kernels) {
        Convolution node = new Convolution("timing", "input", 3, 1, 96, 96, false, Activation.RELU);
        INDArray x = Nd4j.ones(DataType.FLOAT, 2, 64, 64, node.inChannels());
        INDArray w = Nd4j.ones(DataType.FLOAT, node.weightShape());
        INDArray b = Nd4j.ones(DataType.FLOAT, node.outChannels());
        List<INDArray> results = List.of(x.like(), x.like(), w.like(), b.like());
        long start = System.nanoTime();
        kernels.convolve(node, x, w, b, results.get(0));
        kernels.convolveBackward(node, x, w, results.get(0), x, results.get(1), results.get(2), results.get(3));
        return System.nanoTime() - start;
    }
}
