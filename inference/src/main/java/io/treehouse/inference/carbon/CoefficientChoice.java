package io.treehouse.inference.carbon;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.carbon.coefficient.Coefficient;
import io.treehouse.inference.carbon.coefficient.Coefficient.Absent;
import io.treehouse.inference.carbon.coefficient.CoefficientSet;
import io.treehouse.inference.carbon.coefficient.Condition;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.carbon.coefficient.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The one coefficient that a role has at a place, or why there is none. Nothing is guessed: where a condition of the place
 * decides and is not known, there is none.
 *
 * @param coefficient the coefficient; has a value
 * @param missing why there is none
 */
record CoefficientChoice(Optional<Coefficient> coefficient, Optional<Missing> missing) {
    /** @throws InputProblem if the set has two coefficients for the same role and place */
    static CoefficientChoice of(CoefficientSet set, Role role, Site site) {
        List<Coefficient> ofRole = set.of(role);
        List<Coefficient> possible = ofRole.stream()
                .filter(coefficient -> isPossible(coefficient, site))
                .toList();
        List<Coefficient> certain = possible.stream()
                .filter(coefficient -> unknown(coefficient, site).isEmpty())
                .toList();
        if (certain.size() > 1) {
            throw ambiguous(set, role, certain);
        }
        if (certain.size() == 1 && possible.size() == 1) {
            return ofOne(certain.get(0));
        }
        return new CoefficientChoice(Optional.empty(), Optional.of(none(set, role, possible, site)));
    }

    private static CoefficientChoice ofOne(Coefficient coefficient) {
        return coefficient.content() instanceof Absent absent
                ? new CoefficientChoice(Optional.empty(), Optional.of(new Missing(absent.key(), absent.reason())))
                : new CoefficientChoice(Optional.of(coefficient), Optional.empty());
    }

    /** Whether nothing that is known of the place speaks against it. */
    private static boolean isPossible(Coefficient coefficient, Site site) {
        return coefficient.applies().entrySet().stream()
                .allMatch(entry -> site.find(entry.getKey())
                        .map(entry.getValue()::contains)
                        .orElse(true));
    }

    private static Set<Condition> unknown(Coefficient coefficient, Site site) {
        return coefficient.applies().keySet().stream()
                .filter(condition -> site.find(condition).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Missing none(CoefficientSet set, Role role, List<Coefficient> possible, Site site) {
        if (possible.isEmpty()) {
            String place = site.conditions().entrySet().stream()
                    .map(entry -> entry.getKey().label() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            return new Missing(
                    NotationKey.NE,
                    "The set %s has no coefficient %s for %s".formatted(set.name(), role.label(), place));
        }
        String needed = possible.stream()
                .flatMap(coefficient -> unknown(coefficient, site).stream())
                .distinct()
                .sorted()
                .map(Condition::label)
                .collect(Collectors.joining(", "));
        return new Missing(
                NotationKey.NE, "The coefficient %s depends on %s, which is not given".formatted(role.label(), needed));
    }

    private static InputProblem ambiguous(CoefficientSet set, Role role, List<Coefficient> certain) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The coefficient set %s has more than one %s for the same place: %s"
                        .formatted(
                                set.name(),
                                role.label(),
                                certain.stream().map(Coefficient::id).collect(Collectors.joining(", "))),
                "Leave one of them, or tell them apart by 'applies'");
    }
}
