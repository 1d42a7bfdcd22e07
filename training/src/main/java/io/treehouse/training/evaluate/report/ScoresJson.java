package io.treehouse.training.evaluate.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.ClassScore;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.LabelConfusion;
import io.treehouse.training.evaluate.PlaceBootstrap;
import io.treehouse.training.evaluate.PlaceBootstrap.Interval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scores of classes in an evaluation's JSON. */
final class ScoresJson {
    private static final Map<String, Function<ClassScore, OptionalDouble>> FIGURES = new LinkedHashMap<>();

    static {
        FIGURES.put("iou", ClassScore::intersectionOverUnion);
        FIGURES.put("precision", ClassScore::precision);
        FIGURES.put("recall", ClassScore::recall);
        FIGURES.put("f1", ClassScore::f1);
    }

    private ScoresJson() {}

    /** Scores of a data set and its places, its boundaries, and its confusion matrix. */
    static void writeSet(EvaluationReport report, String set, ObjectNode node) {
        LabelConfusion total = report.total(set);
        SortedMap<String, LabelConfusion> places = report.places(set);
        node.put("placeCount", places.size()).put("pictureCount", report.pictures(set));
        ObjectNode classes = node.putObject("classes");
        for (SurfaceClass c : SurfaceClass.all()) {
            ClassScore score = total.score(c);
            if (score.hasReference()) {
                List<ClassScore> byPlace =
                        places.values().stream().map(place -> place.score(c)).toList();
                ObjectNode entry = classes.putObject(c.label());
                writeScore(score, byPlace, entry);
                report.boundaries(set).values().stream()
                        .map(boundaries -> boundaries.score(c))
                        .reduce(ClassScore.NONE, ClassScore::plus)
                        .intersectionOverUnion()
                        .ifPresent(value -> entry.put("boundaryIou", value));
            }
        }
        ObjectNode placeNodes = node.putObject("places");
        places.forEach((place, confusion) -> writeScores(confusion, placeNodes.putObject(place)));
        ObjectsReport.write(report, set, node);
        writeConfusion(total, node.putArray("confusion"));
    }

    private static void writeScores(LabelConfusion confusion, ObjectNode node) {
        for (SurfaceClass c : SurfaceClass.all()) {
            ClassScore score = confusion.score(c);
            if (score.hasReference()) {
                writeScore(score, List.of(), node.putObject(c.label()));
            }
        }
    }

    /** Counts and figures, with intervals over places where there are several. */
    static void writeScore(ClassScore score, List<ClassScore> places, ObjectNode node) {
        node.put("truePositive", score.truePositive())
                .put("falsePositive", score.falsePositive())
                .put("falseNegative", score.falseNegative());
        FIGURES.forEach((name, figure) -> {
            figure.apply(score).ifPresent(value -> node.put(name, value));
            PlaceBootstrap.interval(places, figure).ifPresent(interval -> writeInterval(interval, name + "95", node));
        });
    }

    /** A 95 % interval as an array of its ends. */
    static void writeInterval(Interval interval, String name, ObjectNode node) {
        node.putArray(name).add(interval.low()).add(interval.high());
    }

    /** The intersection over union of each class that the labels hold. */
    static void writeIou(LabelConfusion confusion, ObjectNode node) {
        for (SurfaceClass c : SurfaceClass.all()) {
            confusion.score(c).intersectionOverUnion().ifPresent(value -> node.put(c.label(), value));
        }
    }

    private static void writeConfusion(LabelConfusion confusion, ArrayNode rows) {
        for (ClassSet label : confusion.labels()) {
            long[] predicted = confusion.predictions(label::equals);
            ObjectNode row = rows.addObject()
                    .put(
                            "label",
                            label.classes().stream().map(SurfaceClass::label).collect(Collectors.joining(" or ")))
                    .put("pixels", Arrays.stream(predicted).sum());
            ObjectNode counts = row.putObject("predicted");
            SurfaceClass.all().forEach(c -> counts.put(c.label(), predicted[c.code()]));
        }
    }
}
