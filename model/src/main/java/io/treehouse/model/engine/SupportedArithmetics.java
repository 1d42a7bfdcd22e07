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
     * The arithmetics whose answers this machine can give, be it more slowly: beside those of {@link #of}, 8 bits wherever the
     * model has ranges, in floats where there are no instructions for it.
     */
    public static List<Arithmetic> measurable(TrainedModel model) {
        boolean eightBit = OneDnn.isAvailable() && model.quantization().isPresent();
        return Arrays.stream(Arithmetic.values())
                .filter(arithmetic -> of(model).contains(arithmetic) || arithmetic == Arithmetic.INT8 && eightBit)
                .toList();
    }
}
