package io.treehouse.training.evaluate.calibration;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The question that a data set's labels answer without doubt: the finest partition of the five classes in which every
 * label lies within one group. Labels that overlap, such as {@code {other}} and {@code {other, tree_canopy}}, are merged;
 * classes that no label names stand alone. Where all labels are certain, each class is a group; where buildings are told
 * from all else, there are two.
 *
 * @param groups the groups, disjoint; together they are all five classes
 */
record LabelGroups(List<ClassSet> groups) {
    /** Each class on its own. */
    static final LabelGroups SINGLE_CLASSES = of(List.of());

    LabelGroups {
        groups = List.copyOf(groups);
    }

    /** The groups of a data set with these labels. */
    static LabelGroups of(Collection<ClassSet> labels) {
        List<Integer> groups = new ArrayList<>();
        SurfaceClass.all().forEach(c -> groups.add(1 << c.code()));
        for (ClassSet label : labels) {
            int merged =
                    groups.stream().filter(group -> (group & label.bits()) != 0).reduce(0, (a, b) -> a | b);
            if (groups.removeIf(group -> (group & label.bits()) != 0)) {
                groups.add(merged);
            }
        }
        return new LabelGroups(groups.stream().map(ClassSet::new).toList());
    }

    /** The group that the model finds most probable. */
    ClassSet mostProbable(LabelledProbabilities pixel) {
        ClassSet best = groups.get(0);
        for (ClassSet group : groups) {
            best = pixel.mass(group) > pixel.mass(best) ? group : best;
        }
        return best;
    }
}
