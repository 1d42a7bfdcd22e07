package io.treehouse.training.evaluate.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** How figures are written. */
final class Figures {
    private Figures() {}

    /** A share with four digits; {@code missing} where there is none. */
    static String share(OptionalDouble value, String missing) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : missing;
    }
}
