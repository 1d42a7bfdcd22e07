package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.onednn.OneDnn;
import java.util.Arrays;
import java.util.List;

/** What this machine can compute a model in. */
public final class SupportedArithmetics {
    private SupportedArithmetics() {}

    /** The arithmetics that the processor has instructions for and the model has ranges for; f32 always comes first. */
    public static List<Arithmetic> of(TrainedModel model) {
        if (!OneDnn.isAvailable()) {
            return List.of(Arithmetic.F32);
        }
        return Arrays.stream(Arithmetic.values())
                .filter(arithmetic -> switch (arithmetic) {
                    case F32 -> true;
                    case BF16 -> OneDnn.hasNativeBf16();
                    case INT8 -> OneDnn.hasNativeInt8() && model.quantization().isPresent();
                })
                .toList();
    }

    /**
     * The arithmetics whose answers this machine can give, be it more slowly than f32: bf16, and 8 bits where the model has
     * ranges, are computed in f32 numbers where there are no instructions for them.
     */
    public static List<Arithmetic> measurable(TrainedModel model) {
        if (!OneDnn.isAvailable()) {
            return List.of(Arithmetic.F32);
        }
        return Arrays.stream(Arithmetic.values())
                .filter(arithmetic ->
                        arithmetic != Arithmetic.INT8 || model.quantization().isPresent())
                .toList();
    }

    /** Whether oneDNN has the operations of an arithmetic on this processor, be it by emulation. */
    static boolean hasOperations(Arithmetic arithmetic) {
        return switch (arithmetic) {
            case F32 -> true;
            case BF16 -> OneDnn.computesBf16();
            case INT8 -> OneDnn.hasNativeInt8();
        };
    }
}
