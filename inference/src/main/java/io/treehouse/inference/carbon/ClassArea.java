package io.treehouse.inference.carbon;

import io.treehouse.inference.propagation.Quantity;
import java.util.Locale;

/**
 * Area of one class in one zone, as an estimate takes it. Immutable.
 *
 * @param quantity the area in m² with its error
 * @param countedM2 area of the class in the class map
 * @param source where area and error come from
 */
public record ClassArea(Quantity quantity, double countedM2, Source source) {
    /** Where an area and its error come from. */
    public enum Source {
        /** Corrected by a reference sample. */
        DESIGN_BASED,
        /** Corrected by the model's error matrices. */
        MODEL_BASED,
        /** As counted, with the error that the user assumes. */
        COUNTED_WITH_ASSUMED_ERROR,
        /** As counted; its error is not known and not in the intervals. */
        COUNTED,
        /** As planned: without error. */
        PLANNED;

        /** Published name, such as {@code model_based}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ClassArea {
        if (!(countedM2 >= 0) || !(quantity.mean() >= 0)) {
            throw new IllegalArgumentException(
                    "Areas are 0 or more, not " + countedM2 + " counted and " + quantity.mean() + " m²");
        }
    }
}
