package io.treehouse.inference.carbon;

import io.treehouse.inference.carbon.coefficient.Condition;
import io.treehouse.inference.propagation.Quantity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user says of a place. Immutable.
 *
 * @param conditions conditions that are known
 * @param numbers numbers that are known
 * @param missing figures that the user does not want, and why
 */
public record Site(Map<Condition, String> conditions, Map<SiteNumber, Quantity> numbers, Map<Flow, Missing> missing) {
    /** A place of which nothing is known but the default set of warming potentials. */
    public static final Site UNKNOWN = new Site(Map.of(Condition.GWP_SET, "AR5"), Map.of(), Map.of());

    public Site {
        conditions = Collections.unmodifiableMap(copy(Condition.class, conditions));
        numbers = Collections.unmodifiableMap(copy(SiteNumber.class, numbers));
        missing = Collections.unmodifiableMap(copy(Flow.class, missing));
        conditions.forEach(Condition::require);
    }

    private static <K extends Enum<K>, V> Map<K, V> copy(Class<K> keys, Map<K, V> map) {
        Map<K, V> copy = new EnumMap<>(keys);
        copy.putAll(map);
        return copy;
    }

    /** This place where another one says nothing. */
    public Site with(Site special) {
        Map<Condition, String> allConditions = copy(Condition.class, conditions);
        allConditions.putAll(special.conditions);
        Map<SiteNumber, Quantity> allNumbers = copy(SiteNumber.class, numbers);
        allNumbers.putAll(special.numbers);
        Map<Flow, Missing> allMissing = copy(Flow.class, missing);
        allMissing.putAll(special.missing);
        return new Site(allConditions, allNumbers, allMissing);
    }

    /** A condition, if it is known. */
    Optional<String> find(Condition condition) {
        return Optional.ofNullable(conditions.get(condition));
    }

    /** A number, if it is known. */
    Optional<Quantity> find(SiteNumber number) {
        return Optional.ofNullable(numbers.get(number));
    }
}
