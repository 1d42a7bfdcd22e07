package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTest {
    @ParameterizedTest
    @CsvSource({
        "PLAIN, sse4_2 avx",
        "PLAIN, avx2",
        "AVX2, avx2 fma",
        "AVX2, avx2 fma avx512f",
        "AVX512, avx2 fma avx512f avx512bw avx512dq avx512vl",
        "AVX512_VNNI, avx2 fma avx512f avx512bw avx512dq avx512vl avx512_vnni",
        "AVX512_BF16, avx2 fma avx512f avx512bw avx512dq avx512vl avx512_vnni avx512_bf16 amx_tile",
        "AMX, avx2 fma avx512f avx512bw avx512dq avx512vl avx512_vnni avx512_bf16 amx_tile amx_bf16 amx_int8"
    })
    void namesTheBestInstructionSet(Processor.InstructionSet expected, String flags) {
        List<String> cpuInfo = List.of("processor\t: 0", "model name\t: Some CPU: fast", "flags\t\t: " + flags);
        assertEquals(new Processor("Some CPU: fast", expected, 3), Processor.of(cpuInfo, 3));
    }

    /** Values of dnnl_cpu_isa_t (oneDNN 3.11, dnnl_types.h). */
    @ParameterizedTest
    @CsvSource({
        "PLAIN, 0x1",
        "PLAIN, 0x3",
        "AVX2, 0x7",
        "AVX2, 0xf",
        "AVX2, 0x1f",
        "AVX512, 0x27",
        "AVX512_VNNI, 0x67",
        "AVX512_BF16, 0xe7",
        "AVX512_BF16, 0x1ef",
        "AMX, 0xfef"
    })
    void namesWhatOneDnnUses(Processor.InstructionSet expected, String isa) {
        assertEquals(expected, Processor.InstructionSet.ofOneDnn(Integer.decode(isa)));
    }

    @Test
    void withoutCpuInfoTheArchitectureIsNamed() {
        Processor processor = Processor.of(List.of(), 1);
        assertEquals(System.getProperty("os.arch"), processor.name());
        assertEquals(Processor.InstructionSet.PLAIN, processor.instructionSet());
    }

    @Test
    void thisMachineHasAName() {
        assertFalse(Processor.detect().name().isBlank());
    }
}
