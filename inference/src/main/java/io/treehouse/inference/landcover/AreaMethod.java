package io.treehouse.inference.landcover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;

/**
 * How areas with uncertainty were estimated. Immutable.
 *
 * @param name which method
 * @param description the method in words, with its source
 * @param unit what the interval resamples or counts: {@code place} or {@code sample point}
 * @param units number of these
 * @param correlatedBetweenZones whether the errors of all zones stem from the same few numbers: they then do not average
 *     out when zones are added up
 * @param assumptions what must hold for the intervals to be right, in words
 */
public record AreaMethod(
        Name name,
        String description,
        String unit,
        int units,
        boolean correlatedBetweenZones,
        List<String> assumptions) {
    /** The methods. */
    public enum Name {
        /** From a reference sample of the mapped area itself. */
        DESIGN_BASED("design_based"),
        /** From the errors that the model made at other places. */
        MODEL_BASED("model_based");

        private final String label;

        Name(String label) {
            this.label = label;
        }

        /** Published name. */
        @JsonValue
        public String label() {
            return label;
        }
    }

    public AreaMethod {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(unit, "unit");
        assumptions = List.copyOf(assumptions);
        if (units < 1) {
            throw new IllegalArgumentException("No area is estimated from " + units + " units");
        }
    }
}
