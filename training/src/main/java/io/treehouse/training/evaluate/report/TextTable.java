package io.treehouse.training.evaluate.report;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.LabelConfusion;

/** Intersection over union, and how many objects were found, as tables for a terminal. */
public final class TextTable {
    private TextTable() {}

    /** One line a data set, one column a class, a dash where no label settles the class; then the objects. */
    public static String of(EvaluationReport report) {
        StringBuilder table = new StringBuilder("%-26s".formatted("IoU"));
        SurfaceClass.all().forEach(c -> table.append("%13s".formatted(c.label())));
        table.append('\n');
        for (String set : report.sets()) {
            LabelConfusion total = report.total(set);
            table.append("%-26s".formatted(set));
            for (SurfaceClass c : SurfaceClass.all()) {
                table.append("%13s".formatted(Figures.share(total.score(c).intersectionOverUnion(), "-")));
            }
            table.append('\n');
        }
        return table.append(ObjectsReport.text(report)).toString();
    }
}
