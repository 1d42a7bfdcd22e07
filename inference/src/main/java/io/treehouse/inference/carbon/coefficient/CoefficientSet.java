package io.treehouse.inference.carbon.coefficient;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A versioned set of coefficients. Immutable.
 *
 * @param name name of the set
 * @param version its version
 * @param sha256 SHA-256 of the document, members in the order of their names, without spaces
 * @param coefficients its coefficients, each id once
 */
public record CoefficientSet(String name, String version, String sha256, List<Coefficient> coefficients) {
    public CoefficientSet {
        coefficients = List.copyOf(coefficients);
        Set<String> ids = new HashSet<>();
        for (Coefficient coefficient : coefficients) {
            if (!ids.add(coefficient.id())) {
                throw new IllegalArgumentException("the id '" + coefficient.id() + "' is there twice");
            }
        }
    }

    /** The coefficients of a role. */
    public List<Coefficient> of(Role role) {
        return coefficients.stream()
                .filter(coefficient -> coefficient.role() == role)
                .toList();
    }
}
