package io.treehouse.inference.carbon.estimate;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.carbon.coefficient.Coefficient;
import io.treehouse.inference.carbon.coefficient.Coefficient.Value;
import io.treehouse.inference.carbon.coefficient.CoefficientSet;
import io.treehouse.inference.carbon.coefficient.Role;
import java.util.Collection;
import java.util.List;

/**
 * The coefficient set of an estimate, with the coefficients that figures came of. Immutable.
 *
 * @param name name of the set
 * @param version its version
 * @param sha256 SHA-256 of its document, members in the order of their names, without spaces
 * @param coefficients the coefficients that were used
 */
public record CoefficientsUsed(
        @Known String name,
        @Known String version,
        @Known String sha256,
        @Known List<Used> coefficients) {
    /**
     * A coefficient.
     *
     * @param id name within its set
     * @param role what it stands for
     * @param value its mean
     * @param unit its unit
     * @param standardError its standard deviation
     * @param applicability where it holds
     * @param source where it was published
     * @param confirmed whether it was checked against that source
     * @param note remarks
     */
    public record Used(
            @Known String id,
            @Known Role role,
            double value,
            @Known String unit,
            double standardError,
            @Known String applicability,
            @Known String source,
            boolean confirmed,
            @Known String note) {
        static Used of(Coefficient coefficient) {
            Value value = coefficient.value().orElseThrow();
            return new Used(
                    coefficient.id(),
                    coefficient.role(),
                    value.distribution().mean(),
                    value.unit().text(),
                    value.distribution().standardDeviation(),
                    coefficient.applicability(),
                    coefficient.source(),
                    coefficient.confirmed(),
                    coefficient.note());
        }
    }

    public CoefficientsUsed {
        coefficients = List.copyOf(coefficients);
    }

    /** The set and those of its coefficients that were used. */
    public static CoefficientsUsed of(CoefficientSet set, Collection<Coefficient> used) {
        return new CoefficientsUsed(
                set.name(),
                set.version(),
                set.sha256(),
                set.coefficients().stream().filter(used::contains).map(Used::of).toList());
    }

    /** Ids of the coefficients that were not checked against their sources. */
    public List<String> unconfirmed() {
        return coefficients.stream()
                .filter(coefficient -> !coefficient.confirmed())
                .map(Used::id)
                .toList();
    }
}
