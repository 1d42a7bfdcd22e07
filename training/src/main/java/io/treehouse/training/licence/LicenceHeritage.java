package io.treehouse.training.licence;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Licence;
import io.treehouse.datasets.catalog.LicenceFilter;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The classes of licences of everything that a model learned from, with those of the models that it started from or that
 * labelled its pictures. The weights of ImageNet count as free: they are under the Apache License. Immutable.
 *
 * @param classes labels of {@link Licence.Kind}
 */
public record LicenceHeritage(SortedSet<String> classes) {
    /** Nothing but ImageNet. */
    public static final LicenceHeritage NONE = new LicenceHeritage(new TreeSet<>());

    /** Unknown. */
    public static final LicenceHeritage UNSTATED =
            new LicenceHeritage(new TreeSet<>(Set.of(Licence.Kind.UNSTATED.label())));

    /** Member of a training manifest that holds the classes. */
    public static final String MEMBER = "licenceClasses";

    public LicenceHeritage {
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    }

    /** Of data sets. */
    public static LicenceHeritage of(Collection<Catalog> catalogs) {
        SortedSet<String> classes = new TreeSet<>();
        catalogs.forEach(catalog -> classes.add(catalog.licence().kind().label()));
        return new LicenceHeritage(classes);
    }

    /** Of a model by its training manifest; one that names no data set has an unstated licence. */
    public static LicenceHeritage of(JsonNode manifest) {
        SortedSet<String> classes = new TreeSet<>();
        manifest.path(MEMBER).forEach(label -> classes.add(label.asText()));
        // Manifests of earlier versions only have the classes of each data set.
        manifest.path("datasets")
                .forEach(set -> classes.add(set.path("licenceClass").asText(Licence.Kind.UNSTATED.label())));
        return classes.isEmpty() ? UNSTATED : new LicenceHeritage(classes);
    }

    /** Both together. */
    public LicenceHeritage with(LicenceHeritage other) {
        SortedSet<String> all = new TreeSet<>(classes);
        all.addAll(other.classes);
        return new LicenceHeritage(all);
    }

    /**
     * Refuses what was made from data that may not be used.
     *
     * @param what it is, for the message
     * @throws InputProblem if a class is not among the allowed ones
     */
    public void require(LicenceFilter filter, String what) {
        if (!filter.allows(classes)) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The training may not use %s: it was made from data of the licence classes %s"
                            .formatted(what, classes),
                    "Leave it out, or take one that was made with the same 'licences'");
        }
    }
}
