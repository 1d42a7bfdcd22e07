package io.treehouse.model.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;
import static org.bytedeco.dnnl.global.dnnl.dnnl_version;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.stream;

/** The oneDNN library: loads it once and hands out streams. Thread-safe. */
public final class OneDnn {
    /** Bits of {@code dnnl_cpu_isa_t} for 8-bit dot products: in 256-bit vectors, in 512-bit vectors. */
    private static final int AVX2_VNNI_BIT = 0x8;

    private static final int AVX512_VNNI_BIT = 0x40;

    /** The first instruction set (value of {@code dnnl_cpu_isa_t}) on which oneDNN emulates what it lacks of bf16: AVX512_CORE. */
    private static final int AVX512_CORE = 0x27;

    /** The first instruction set (value of {@code dnnl_cpu_isa_t}) with native bf16 arithmetic: AVX512_CORE_BF16. */
    private static final int AVX512_CORE_BF16 = 0xe7;

    /** The first instruction set with tiles of bf16 products (AMX). */
    private static final int AVX512_CORE_AMX = 0xfef;

    private OneDnn() {}

    /** Loading happens on first use, so that a machine without the natives can still run the portable path. */
    private static final class Holder {
        private static final engine CPU = new engine(engine.kind.cpu, 0);
    }

    /** Whether the native library loads on this machine. */
    public static boolean isAvailable() {
        try {
            return !engine().isNull();
        } catch (LinkageError unavailable) {
            return false;
        }
    }

    /** The one engine of this process: the CPU. */
    public static engine engine() {
        return Holder.CPU;
    }

    /** A new stream; it belongs to one thread, whose OpenMP settings it uses. */
    public static stream newStream() {
        return new stream(engine());
    }

    /** Value of {@code dnnl_cpu_isa_t} that oneDNN uses on this processor. */
    public static int instructionSet() {
        return dnnl_get_effective_cpu_isa();
    }

    /** Whether the processor has bf16 arithmetic that oneDNN uses without emulation. */
    public static boolean hasNativeBf16() {
        return instructionSet() >= AVX512_CORE_BF16;
    }

    /** Whether oneDNN computes convolutions in bf16 on this processor, be it by emulation; without AVX-512 it refuses them. */
    public static boolean computesBf16() {
        return instructionSet() >= AVX512_CORE;
    }

    /**
     * Whether the processor has dot products of 8-bit integers. Without them oneDNN adds pairs of products in 16 bits, which
     * saturates: other answers than where they were measured.
     */
    public static boolean hasNativeInt8() {
        return (instructionSet() & (AVX2_VNNI_BIT | AVX512_VNNI_BIT)) != 0;
    }

    /** Whether the processor multiplies whole tiles of bf16 matrices (AMX). */
    public static boolean hasMatrixUnit() {
        return instructionSet() >= AVX512_CORE_AMX;
    }

    /**
     * Whether convolutions in 8 and 16 bits are faster in kernels generated for them than in those around small matrix products,
     * which oneDNN prefers: measured on AMD Zen 4, the same bits in 3 % less time for a network's convolutions. In f32 they are not.
     */
    static boolean prefersGeneratedKernels() {
        return (instructionSet() & AVX512_VNNI_BIT) != 0 && !hasMatrixUnit();
    }

    /** Version such as {@code 3.11.0}. */
    public static String version() {
        return dnnl_version().major() + "." + dnnl_version().minor() + "."
                + dnnl_version().patch();
    }
}
