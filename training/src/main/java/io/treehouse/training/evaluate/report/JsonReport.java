package io.treehouse.training.evaluate.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.GroundSamplingBand;
import io.treehouse.training.evaluate.HarmfulConfusion;
import io.treehouse.training.evaluate.LabelConfusion;
import io.treehouse.training.evaluate.ModelComparison;
import io.treehouse.training.evaluate.TileScore;
import io.treehouse.training.evaluate.choice.SeamDisagreement;
import io.treehouse.training.evaluate.disturb.Robustness;
import java.util.EnumMap;
import java.util.Map;

/** An evaluation as JSON: all figures and the counts that they follow from. The page shows what stands here. */
final class JsonReport {
    private JsonReport() {}

    static ObjectNode of(EvaluationResults results) {
        EvaluationReport report = results.report();
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("model", report.model());
        report.meanIntersectionOverUnion().ifPresent(mean -> root.put("meanIou", mean));
        ObjectNode sets = root.putObject("sets");
        report.sets().forEach(set -> ScoresJson.writeSet(report, set, sets.putObject(set)));
        groundSampling(report, root.putObject("groundSampling"));
        confusions(report, root.putObject("harmfulConfusions"));
        CalibrationJson.write(report, root);
        results.robustness().ifPresent(robustness -> robustness(robustness, root.putObject("disturbances")));
        results.comparison().ifPresent(comparison -> comparison(comparison, root.putObject("comparison")));
        results.seams().ifPresent(seams -> seams(seams, root.putObject("seams")));
        report.unreadable().forEach(root.putArray("unreadable")::add);
        return root;
    }

    private static void groundSampling(EvaluationReport report, ObjectNode node) {
        Map<GroundSamplingBand, LabelConfusion> bands = new EnumMap<>(GroundSamplingBand.class);
        for (TileScore tile : report.tiles()) {
            bands.computeIfAbsent(GroundSamplingBand.of(tile.gsdMetres()), band -> new LabelConfusion())
                    .merge(tile.confusion());
        }
        bands.forEach((band, confusion) -> ScoresJson.writeIou(confusion, node.putObject(band.label())));
    }

    private static void confusions(EvaluationReport report, ObjectNode node) {
        for (HarmfulConfusion confusion : HarmfulConfusion.values()) {
            ObjectNode shares = node.putObject(confusion.label());
            report.sets().forEach(set -> confusion.share(report.total(set)).ifPresent(share -> shares.put(set, share)));
        }
    }

    private static void robustness(Robustness robustness, ObjectNode node) {
        robustness.disturbed().forEach((disturbance, report) -> {
            ObjectNode entry = node.putObject(disturbance.label());
            report.meanIntersectionOverUnion().ifPresent(mean -> entry.put("meanIou", mean));
            entry.put("loss", robustness.loss(disturbance));
            ObjectNode sets = entry.putObject("sets");
            report.sets().forEach(set -> ScoresJson.writeIou(report.total(set), sets.putObject(set)));
        });
    }

    private static void comparison(ModelComparison comparison, ObjectNode node) {
        node.put("with", comparison.first());
        ObjectNode sets = node.putObject("sets");
        for (ModelComparison.Row row : comparison.rows()) {
            ObjectNode entry = sets.withObject("/" + row.set())
                    .putObject(row.surfaceClass().label())
                    .put("other", row.first())
                    .put("model", row.second())
                    .put("difference", row.difference());
            row.interval().ifPresent(interval -> ScoresJson.writeInterval(interval, "difference95", entry));
        }
    }

    private static void seams(SeamDisagreement seams, ObjectNode node) {
        node.put("borderPixels", seams.borderPixels())
                .put("borderDiffering", seams.borderShare())
                .put("interiorPixels", seams.interiorPixels())
                .put("interiorDiffering", seams.interiorShare());
    }

    /** The names of the classes, for pages. */
    static ObjectNode classes() {
        ObjectNode colours = JsonNodeFactory.instance.objectNode();
        SurfaceClass.all().forEach(c -> colours.put(c.label(), "#%06X".formatted(c.rgb())));
        return colours;
    }
}
