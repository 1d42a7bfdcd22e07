package io.treehouse.training.evaluate.report;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.ClassScore;
import io.treehouse.training.evaluate.EvaluationReport;
import java.util.stream.Collectors;

/** An evaluation as a table for spreadsheets: a line for each place and class. */
final class CsvReport {
    private static final String HEADER =
            "set,place,class,truePositive,falsePositive,falseNegative,iou,precision,recall,f1\n";

    private CsvReport() {}

    static String of(EvaluationReport report) {
        return report.sets().stream()
                .flatMap(set -> report.places(set).entrySet().stream()
                        .flatMap(place -> SurfaceClass.all().stream()
                                .filter(c -> place.getValue().score(c).hasReference())
                                .map(c -> line(
                                        set, place.getKey(), c, place.getValue().score(c)))))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(String set, String place, SurfaceClass surfaceClass, ClassScore score) {
        return "%s,%s,%s,%d,%d,%d,%s,%s,%s,%s\n"
                .formatted(
                        set,
                        place,
                        surfaceClass.label(),
                        score.truePositive(),
                        score.falsePositive(),
                        score.falseNegative(),
                        Figures.share(score.intersectionOverUnion(), ""),
                        Figures.share(score.precision(), ""),
                        Figures.share(score.recall(), ""),
                        Figures.share(score.f1(), ""));
    }
}
