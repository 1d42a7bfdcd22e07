package io.treehouse.inference.carbon.coefficient;

import io.treehouse.inference.propagation.Distribution;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A coefficient, or the statement that there is none. Immutable.
 *
 * @param id name within its set
 * @param role what it stands for
 * @param content its value, or why there is none
 * @param applies values that conditions must have for it to apply; a condition that is not named may have any
 * @param applicability the same in words, with all that conditions cannot say
 * @param source where it was published
 * @param confirmed whether it was checked against that source
 * @param note remarks; empty if there are none
 */
public record Coefficient(
        String id,
        Role role,
        Content content,
        Map<Condition, List<String>> applies,
        String applicability,
        String source,
        boolean confirmed,
        String note) {
    private static final double TOLERATED_MEAN_DIFFERENCE = 0.01;

    /** A value, or a reason for having none. */
    public sealed interface Content {}

    /**
     * A value.
     *
     * @param unit its unit
     * @param distribution what is known of it, in that unit; the mean is the value
     */
    public record Value(CoefficientUnit unit, Distribution distribution) implements Content {}

    /**
     * No value.
     *
     * @param key notation key of figures that would need one
     * @param reason why there is none
     */
    public record Absent(NotationKey key, String reason) implements Content {}

    public Coefficient {
        Objects.requireNonNull(source, "source");
        Map<Condition, List<String>> copy = new EnumMap<>(Condition.class);
        applies.forEach((condition, values) -> {
            values.forEach(condition::require);
            copy.put(condition, List.copyOf(values));
        });
        applies = Collections.unmodifiableMap(copy);
        if (content instanceof Value value && !role.takes(value.unit())) {
            throw new IllegalArgumentException("the role " + role.label() + " takes " + role.unitInWords() + ", not '"
                    + value.unit().text() + "'");
        }
    }

    /** Its value; empty if the set says that there is none. */
    public Optional<Value> value() {
        return content instanceof Value value ? Optional.of(value) : Optional.empty();
    }

    /**
     * Checks that a stated value is the mean of a distribution, since figures are means.
     *
     * @throws IllegalArgumentException if it is not
     */
    static void requireMean(double value, Distribution distribution) {
        if (Math.abs(distribution.mean() - value) > TOLERATED_MEAN_DIFFERENCE * Math.abs(value)) {
            throw new IllegalArgumentException("the value " + value + " is not the mean of its distribution, "
                    + distribution.mean() + "; estimates are means, so give that, or another distribution");
        }
    }
}
