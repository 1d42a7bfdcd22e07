package io.treehouse.datasets.catalog;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Chooses data sets by what their licences come to. Immutable and thread-safe.
 *
 * @param allowed classes of licences that may be used
 */
public record LicenceFilter(Set<Licence.Kind> allowed) {
    /** Lets every data set through. */
    public static final LicenceFilter ALL = new LicenceFilter(EnumSet.allOf(Licence.Kind.class));

    public LicenceFilter {
        allowed = Set.copyOf(allowed);
    }

    /**
     * The filter with names of catalogues such as {@code share-alike}; no name lets every data set through.
     *
     * @throws IllegalArgumentException if there is no such class; says which there are
     */
    public static LicenceFilter of(Collection<String> labels) {
        return labels.isEmpty()
                ? ALL
                : new LicenceFilter(labels.stream().map(Licence.Kind::ofLabel).collect(Collectors.toSet()));
    }

    /** Whether a data set may be used. */
    public boolean allows(Catalog catalog) {
        return allowed.contains(catalog.licence().kind());
    }

    /** Whether something that was made from data of these classes may be used. */
    public boolean allows(Collection<String> labels) {
        return labels.stream().allMatch(label -> allowed.contains(Licence.Kind.ofLabel(label)));
    }

    /**
     * The data sets that may be used, in their order.
     *
     * @throws InputProblem if none is left of some
     */
    public List<Catalog> of(List<Catalog> catalogs) {
        List<Catalog> left = catalogs.stream().filter(this::allows).toList();
        if (left.isEmpty() && !catalogs.isEmpty()) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "No data set is left: of %s none has a licence of the class %s; they are %s"
                            .formatted(
                                    catalogs.stream().map(Catalog::name).toList(),
                                    String.join(" or ", labels(allowed)),
                                    labels(catalogs.stream()
                                            .map(catalog -> catalog.licence().kind())
                                            .toList())),
                    "Allow another class, or name other data sets; 'licenceClass' stands in each catalogue");
        }
        return left;
    }

    private static Set<String> labels(Collection<Licence.Kind> kinds) {
        return kinds.stream().map(Licence.Kind::label).collect(Collectors.toCollection(TreeSet::new));
    }
}
