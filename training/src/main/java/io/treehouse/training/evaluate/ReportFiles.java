package io.treehouse.training.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Writes an {@link EvaluationReport} as {@code evaluation.json}, {@code evaluation.csv} and a table for people. */
public final class ReportFiles {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ReportFiles() {}

    /** Writes both files into a folder, which is made if it is missing. */
    public static void write(EvaluationReport report, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("evaluation.json"), JSON.writeValueAsBytes(json(report)));
        Files.writeString(folder.resolve("evaluation.csv"), csv(report));
    }

    /** Intersection over union by data set and class, one line a data set; a dash where no label settles the class. */
    public static String table(EvaluationReport report) {
        StringBuilder table = new StringBuilder("%-26s".formatted("IoU"));
        SurfaceClass.all().forEach(c -> table.append("%13s".formatted(c.label())));
        table.append('\n');
        for (String set : report.sets()) {
            LabelConfusion total = report.total(set);
            table.append("%-26s".formatted(set));
            for (SurfaceClass c : SurfaceClass.all()) {
                table.append("%13s".formatted(text(total.score(c).intersectionOverUnion(), "-")));
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static ObjectNode json(EvaluationReport report) {
        ObjectNode root = JSON.createObjectNode().put("model", report.model());
        ObjectNode sets = root.putObject("sets");
        for (String set : report.sets()) {
            ObjectNode node = sets.putObject(set);
            scores(
                    node.putObject("classes"),
                    report.total(set),
                    List.copyOf(report.places(set).values()));
            ObjectNode places = node.putObject("places");
            report.places(set)
                    .forEach((place, confusion) -> scores(places.putObject(place), confusion, List.of(confusion)));
        }
        report.unreadable().forEach(root.putArray("unreadable")::add);
        return root;
    }

    private static void scores(ObjectNode node, LabelConfusion confusion, List<LabelConfusion> places) {
        for (SurfaceClass c : SurfaceClass.all()) {
            ClassScore score = confusion.score(c);
            if (score.hasReference()) {
                ObjectNode entry = node.putObject(c.label())
                        .put("truePositive", score.truePositive())
                        .put("falsePositive", score.falsePositive())
                        .put("falseNegative", score.falseNegative());
                score.intersectionOverUnion().ifPresent(value -> entry.put("iou", value));
                score.precision().ifPresent(value -> entry.put("precision", value));
                score.recall().ifPresent(value -> entry.put("recall", value));
                PlaceBootstrap.intersectionOverUnion(places, c)
                        .ifPresent(interval ->
                                entry.putArray("iou95").add(interval.low()).add(interval.high()));
            }
        }
    }

    private static String csv(EvaluationReport report) {
        StringBuilder csv =
                new StringBuilder("set,place,class,truePositive,falsePositive,falseNegative,iou,precision,recall,f1\n");
        for (String set : report.sets()) {
            report.places(set)
                    .forEach((place, confusion) -> SurfaceClass.all().forEach(c -> {
                        ClassScore score = confusion.score(c);
                        if (score.hasReference()) {
                            csv.append("%s,%s,%s,%d,%d,%d,%s,%s,%s,%s%n"
                                    .formatted(
                                            set,
                                            place,
                                            c.label(),
                                            score.truePositive(),
                                            score.falsePositive(),
                                            score.falseNegative(),
                                            text(score.intersectionOverUnion(), ""),
                                            text(score.precision(), ""),
                                            text(score.recall(), ""),
                                            text(score.f1(), "")));
                        }
                    }));
        }
        return csv.toString();
    }

    private static String text(OptionalDouble value, String missing) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : missing;
    }
}
