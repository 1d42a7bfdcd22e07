package io.treehouse.training.evaluate.calibration;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The question that a data set's labels answer best: a partition of the five classes. A label answers it if it lies within
 * one group. Of all partitions that one is taken whose answers hold the most information: the share of labels that answer
 * it, times the entropy of the answers; of equal ones that with the most groups. Where all labels are certain, each class is a group; where buildings are told from
 * all else, there are two.
 *
 * @param groups the groups, disjoint; together they are all five classes
 */
record LabelGroups(List<ClassSet> groups) {
    /** Each class on its own. */
    static final LabelGroups SINGLE_CLASSES =
            new LabelGroups(SurfaceClass.all().stream().map(ClassSet::of).toList());

    private static final List<LabelGroups> PARTITIONS =
            partitions(List.of(), 0).map(LabelGroups::new).toList();

    LabelGroups {
        groups = List.copyOf(groups);
    }

    /** The groups of a data set with so many pixels of each label. */
    static LabelGroups of(Map<ClassSet, Long> pixelsByLabel) {
        return PARTITIONS.stream()
                .max(Comparator.comparingLong((LabelGroups partition) -> partition.information(pixelsByLabel))
                        .thenComparingInt(partition -> partition.groups().size()))
                .orElseThrow();
    }

    /** All ways to put the classes from a code on into the groups that there are or into new ones. */
    private static Stream<List<ClassSet>> partitions(List<ClassSet> groups, int code) {
        if (code == SurfaceClass.COUNT) {
            return Stream.of(groups);
        }
        Stream.Builder<List<ClassSet>> next = Stream.builder();
        for (int i = 0; i <= groups.size(); i++) {
            List<ClassSet> extended = new ArrayList<>(groups);
            if (i < groups.size()) {
                extended.set(i, new ClassSet(groups.get(i).bits() | 1 << code));
            } else {
                extended.add(new ClassSet(1 << code));
            }
            next.add(extended);
        }
        return next.build().flatMap(extended -> partitions(extended, code + 1));
    }

    /** Entropy of the answers times the number of labels that answer, in thousandths of a bit: rounded, so that ties are ties. */
    private long information(Map<ClassSet, Long> pixelsByLabel) {
        List<Long> answers = groups.stream()
                .map(group -> pixelsByLabel.entrySet().stream()
                        .filter(label -> isWithin(label.getKey(), group))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .filter(pixels -> pixels > 0)
                .toList();
        double all = answers.stream().mapToLong(Long::longValue).sum();
        return Math.round(1000
                * answers.stream()
                        .mapToDouble(pixels -> pixels * Math.log(all / pixels) / Math.log(2))
                        .sum());
    }

    /** Whether a label answers the question. */
    boolean isAnsweredBy(ClassSet label) {
        return groups.stream().anyMatch(group -> isWithin(label, group));
    }

    private static boolean isWithin(ClassSet label, ClassSet group) {
        return (label.bits() & ~group.bits()) == 0;
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
