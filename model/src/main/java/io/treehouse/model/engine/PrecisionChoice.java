package io.treehouse.model.engine;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.Arrays;
import java.util.Locale;

/** Which arithmetic to serve with; the option {@code --precision}. */
public enum PrecisionChoice {
    /** f32 always: the same answers as the trained network. */
    EXACT,
    /** bf16, whatever it costs in accuracy. */
    BF16,
    /** 8-bit integers, whatever it costs in accuracy. */
    INT8,
    /** The fastest of those whose cost the bundle allows: found by the processor's instructions and a short timing. */
    AUTO;

    /** Reads {@code exact}, {@code bf16}, {@code int8} or {@code auto}. */
    public static PrecisionChoice parse(String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.label().equals(text))
                .findFirst()
                .orElseThrow(() -> new InputProblem(
                        Kind.INVALID_PARAMETER,
                        "There is no precision '" + text + "'.",
                        "Choose exact, bf16, int8 or auto."));
    }

    /** The option's text. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
