package io.treehouse.model.engine;

import io.treehouse.model.onednn.OneDnn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The processor at hand.
 *
 * @param name model name, or the architecture if the system does not tell
 * @param instructionSet best vector instructions that the engine can use
 * @param cores logical processors that this process may use
 */
public record Processor(String name, InstructionSet instructionSet, int cores) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** Vector instructions, from poor to rich; each level includes those before it. */
    public enum InstructionSet {
        /** Less than AVX2, or not known. */
        PLAIN("plain"),
        /** 256-bit integers and fused multiply-add. */
        AVX2("AVX2"),
        /** AVX-512 F, BW, DQ and VL. */
        AVX512("AVX-512"),
        /** AVX-512 with 8-bit dot products. */
        AVX512_VNNI("AVX-512 VNNI"),
        /** AVX-512 with VNNI and bf16 dot products. */
        AVX512_BF16("AVX-512 BF16"),
        /** Matrix tiles with bf16 and 8-bit products. */
        AMX("AMX");

        private final String label;

        InstructionSet(String label) {
            this.label = label;
        }

        /** Published name, such as {@code AVX-512 BF16}. */
        public String label() {
            return label;
        }

        /** The set that a value of {@code dnnl_cpu_isa_t} stands for or includes. */
        static InstructionSet ofOneDnn(int isa) {
            if (isa >= 0xfef) {
                return AMX;
            }
            if (isa >= 0xe7) {
                return AVX512_BF16;
            }
            if (isa >= 0x67) {
                return AVX512_VNNI;
            }
            if (isa >= 0x27) {
                return AVX512;
            }
            return isa >= 0x7 ? AVX2 : PLAIN;
        }

        /** The best set among the flags of {@code /proc/cpuinfo}. */
        static InstructionSet ofFlags(Set<String> flags) {
            if (!flags.containsAll(Set.of("avx2", "fma"))) {
                return PLAIN;
            }
            if (!flags.containsAll(Set.of("avx512f", "avx512bw", "avx512dq", "avx512vl"))) {
                return AVX2;
            }
            if (!flags.contains("avx512_vnni")) {
                return AVX512;
            }
            if (!flags.contains("avx512_bf16")) {
                return AVX512_VNNI;
            }
            return flags.containsAll(Set.of("amx_tile", "amx_bf16", "amx_int8")) ? AMX : AVX512_BF16;
        }
    }

    /**
     * The processor of this machine, from {@code /proc/cpuinfo} where it exists. Instructions that oneDNN does not use, since
     * ONEDNN_MAX_CPU_ISA or the system keeps it from them, do not count.
     */
    public static Processor detect() {
        Processor described = of(readCpuInfo(), Runtime.getRuntime().availableProcessors());
        return OneDnn.isAvailable() ? described.limitedTo(InstructionSet.ofOneDnn(OneDnn.instructionSet())) : described;
    }

    private Processor limitedTo(InstructionSet most) {
        return new Processor(name, most.compareTo(instructionSet) < 0 ? most : instructionSet, cores);
    }

    static Processor of(List<String> cpuInfo, int cores) {
        String name = field(cpuInfo, "model name").orElse(System.getProperty("os.arch"));
        Set<String> flags =
                Set.copyOf(List.of(field(cpuInfo, "flags").orElse("").split(" ")));
        return new Processor(name, InstructionSet.ofFlags(flags), cores);
    }

    /** Value of the first line {@code key : value}. */
    private static Optional<String> field(List<String> lines, String key) {
        return lines.stream()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(key))
                .map(parts -> parts[1].strip())
                .findFirst();
    }

    private static List<String> readCpuInfo() {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            // The first processor is described within the first lines; servers list hundreds of them.
            return lines.limit(100).toList();
        } catch (IOException notLinux) {
            return List.of();
        }
    }
}
