package io.treehouse.datasets.sheet;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.LabelFiles;
import io.treehouse.datasets.catalog.LegendEntry;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the colours of a sheet mean: a line for each label of the catalogue, and one for each set of classes that occurs
 * without being a label's.
 */
final class SheetLegend {
    private SheetLegend() {}

    /**
     * A line of the legend.
     *
     * @param classes the classes that are allowed
     * @param text the line
     */
    record Line(ClassSet classes, String text) {}

    /**
     * The lines.
     *
     * @param seen sets that occur in the pictures of the sheet
     */
    static List<Line> of(Catalog catalog, Collection<ClassSet> seen) {
        List<Line> lines = new ArrayList<>();
        for (LegendEntry entry : catalog.legend()) {
            lines.add(
                    new Line(entry.classes(), words(entry.classes()) + "   ←  " + entry.label() + "  " + entry.name()));
        }
        if (catalog.labels() instanceof LabelFiles.Polygons polygons) {
            lines.add(elsewhere(polygons.elsewhere()));
        }
        if (catalog.labels() instanceof LabelFiles.CrownBoxes boxes) {
            lines.add(elsewhere(boxes.elsewhere()));
        }
        for (ClassSet set : seen) {
            if (lines.stream().noneMatch(line -> line.classes().equals(set))) {
                lines.add(new Line(set, words(set)));
            }
        }
        return lines;
    }

    private static Line elsewhere(ClassSet classes) {
        return new Line(classes, words(classes) + "   ←  elsewhere");
    }

    private static String words(ClassSet classes) {
        return classes.isIgnore()
                ? "not known"
                : classes.classes().stream().map(SurfaceClass::label).collect(Collectors.joining(" or "));
    }
}
