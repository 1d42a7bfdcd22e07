package io.treehouse.training.evaluate.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.training.evaluate.ClassScore;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.objects.ObjectMeasure;
import io.treehouse.training.evaluate.objects.ObjectScores;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** How well objects were found, as JSON, as a table for spreadsheets and as text. */
final class ObjectsReport {
    private static final String CSV_HEADER = "set,place,objects,found,falseAlarms,missed,precision,recall,f1\n";

    private static final List<String> OF_FALSE_ALARMS =
            List.of("falsePositive", "precision", "precision95", "f1", "f195");

    private ObjectsReport() {}

    /** The scores of a data set and of its places; nothing where it has no objects to be found. */
    static void write(EvaluationReport report, String set, ObjectNode node) {
        SortedMap<String, ObjectScores> places = report.objects(set);
        ObjectScores total = sum(places.values());
        if (total.byMeasure().isEmpty()) {
            return;
        }
        ObjectNode objects = node.putObject("objects");
        total.byMeasure().forEach((measure, score) -> {
            List<ClassScore> byPlace =
                    places.values().stream().map(place -> place.score(measure)).toList();
            write(measure, score, byPlace, objects);
        });
        ObjectNode placeNodes = node.putObject("objectsByPlace");
        places.forEach((place, scores) -> {
            ObjectNode placeNode = placeNodes.putObject(place);
            scores.byMeasure().forEach((measure, score) -> write(measure, score, List.of(), placeNode));
        });
    }

    private static void write(ObjectMeasure measure, ClassScore score, List<ClassScore> byPlace, ObjectNode node) {
        ObjectNode entry = node.putObject(measure.label());
        ScoresJson.writeScore(score, byPlace, entry);
        if (!measure.countsFalseAlarms()) {
            entry.remove(OF_FALSE_ALARMS);
        }
    }

    /** A line for each place and measure. */
    static String csv(EvaluationReport report) {
        StringBuilder csv = new StringBuilder(CSV_HEADER);
        for (String set : report.sets()) {
            report.objects(set)
                    .forEach((place, scores) -> scores.byMeasure()
                            .forEach((measure, score) -> csv.append("%s,%s,%s,".formatted(set, place, measure.label()))
                                    .append(line(measure, score))));
        }
        return csv.toString();
    }

    private static String line(ObjectMeasure measure, ClassScore score) {
        return "%d,%s,%d,%s,%s,%s\n"
                .formatted(
                        score.truePositive(),
                        measure.countsFalseAlarms() ? score.falsePositive() : "",
                        score.falseNegative(),
                        precision(measure, score, ""),
                        Figures.share(score.recall(), ""),
                        f1(measure, score, ""));
    }

    private static String precision(ObjectMeasure measure, ClassScore score, String missing) {
        return measure.countsFalseAlarms() ? Figures.share(score.precision(), missing) : missing;
    }

    private static String f1(ObjectMeasure measure, ClassScore score, String missing) {
        return measure.countsFalseAlarms() ? Figures.share(score.f1(), missing) : missing;
    }

    /** A line for each data set and measure; empty if there were no objects to be found. */
    static String text(EvaluationReport report) {
        StringBuilder lines = new StringBuilder();
        for (String set : report.sets()) {
            for (Map.Entry<ObjectMeasure, ClassScore> entry :
                    sum(report.objects(set).values()).byMeasure().entrySet()) {
                ClassScore score = entry.getValue();
                lines.append("%-26s%-26s%13s%13s%13s%n"
                        .formatted(
                                set,
                                entry.getKey().label(),
                                precision(entry.getKey(), score, "-"),
                                Figures.share(score.recall(), "-"),
                                f1(entry.getKey(), score, "-")));
            }
        }
        String header = "%-26s%-26s%13s%13s%13s%n".formatted("objects", "", "precision", "recall", "F1");
        return lines.isEmpty() ? "" : header + lines;
    }

    private static ObjectScores sum(Collection<ObjectScores> places) {
        return places.stream().reduce(ObjectScores.NONE, ObjectScores::plus);
    }
}
