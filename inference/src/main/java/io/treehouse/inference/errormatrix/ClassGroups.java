package io.treehouse.inference.errormatrix;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ErrorMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes that labels tell apart. Two are told apart by a place with labels that allow the one and not the other, and the
 * other way round; what no place tells apart is one group.
 */
final class ClassGroups {
    /** A label that is rarer than this at a place tells nothing. */
    private static final double LEAST_SHARE = 0.001;

    private ClassGroups() {}

    /** The groups, disjoint and together all classes, in the order of their first class. */
    static List<ClassSet> of(List<ErrorMatrix> places) {
        List<ClassSet> groups = new ArrayList<>();
        for (SurfaceClass surface : SurfaceClass.all()) {
            ClassSet group = ClassSet.of(surface);
            for (ClassSet earlier : List.copyOf(groups)) {
                if (earlier.classes().stream().anyMatch(other -> !isToldApart(surface, other, places))) {
                    groups.remove(earlier);
                    group = new ClassSet(group.bits() | earlier.bits());
                }
            }
            groups.add(group);
        }
        groups.sort((a, b) -> a.classes().get(0).compareTo(b.classes().get(0)));
        return List.copyOf(groups);
    }

    private static boolean isToldApart(SurfaceClass a, SurfaceClass b, List<ErrorMatrix> places) {
        return places.stream().anyMatch(place -> hasLabel(place, a, b) && hasLabel(place, b, a));
    }

    private static boolean hasLabel(ErrorMatrix place, SurfaceClass with, SurfaceClass without) {
        double pixels = place.rows().stream()
                .filter(row -> row.label().contains(with) && !row.label().contains(without))
                .flatMap(row -> row.predicted().stream())
                .mapToDouble(Long::doubleValue)
                .sum();
        return pixels > LEAST_SHARE * ConfusionFit.pixels(place);
    }
}
