package io.treehouse.training.evaluate.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.ClassScore;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.LabelConfusion;
import io.treehouse.training.evaluate.PlaceBootstrap;
import java.util.List;

/** An evaluation as JSON: all figures and the counts that they follow from. */
final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    static byte[] of(EvaluationReport report) throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode().put("model", report.model());
        report.meanIntersectionOverUnion().ifPresent(mean -> root.put("meanIou", mean));
        CalibrationJson.write(report, root);
        ObjectNode sets = root.putObject("sets");
        report.sets().forEach(set -> set(report, set, sets.putObject(set)));
        report.unreadable().forEach(root.putArray("unreadable")::add);
        return JSON.writeValueAsBytes(root);
    }

    private static void set(EvaluationReport report, String set, ObjectNode node) {
        scores(
                node.putObject("classes"),
                report.total(set),
                List.copyOf(report.places(set).values()));
        ObjectNode places = node.putObject("places");
        report.places(set)
                .forEach((place, confusion) -> scores(places.putObject(place), confusion, List.of(confusion)));
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
}
