package io.treehouse.training.evaluate.report;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.BoundaryScores;
import io.treehouse.training.evaluate.ClassScore;
import io.treehouse.training.evaluate.EvaluationReport;
import java.util.SortedMap;

/** An evaluation as a table for spreadsheets: a line for each place and class. */
final class CsvReport {
    private static final String HEADER =
            "set,place,class,truePositive,falsePositive,falseNegative,iou,precision,recall,f1,boundaryIou\n";

    private CsvReport() {}

    static String of(EvaluationReport report) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (String set : report.sets()) {
            SortedMap<String, BoundaryScores> boundaries = report.boundaries(set);
            report.places(set).forEach((place, confusion) -> {
                for (SurfaceClass c : SurfaceClass.all()) {
                    if (confusion.score(c).hasReference()) {
                        csv.append("%s,%s,%s,".formatted(set, place, c.label()))
                                .append(line(
                                        confusion.score(c),
                                        boundaries.get(place).score(c)));
                    }
                }
            });
        }
        return csv.toString();
    }

    private static String line(ClassScore score, ClassScore boundary) {
        return "%d,%d,%d,%s,%s,%s,%s,%s\n"
                .formatted(
                        score.truePositive(),
                        score.falsePositive(),
                        score.falseNegative(),
                        Figures.share(score.intersectionOverUnion(), ""),
                        Figures.share(score.precision(), ""),
                        Figures.share(score.recall(), ""),
                        Figures.share(score.f1(), ""),
                        Figures.share(boundary.intersectionOverUnion(), ""));
    }
}
