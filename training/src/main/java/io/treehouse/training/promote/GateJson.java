package io.treehouse.training.promote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.model.registry.RegistryEvent;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.LabelConfusion;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The figures behind a decision, as the registry keeps them: by class, and of the candidate by place. */
final class GateJson {
    private GateJson() {}

    static ObjectNode of(PromotionRule rule, Measurement measured, Decision decision) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("promoted", measured.validation().before().model())
                .put("candidate", measured.validation().after().model())
                .put("passes", decision.passes());
        decision.findings()
                .forEach(finding -> root.withArray("findings")
                        .addObject()
                        .put("holds", finding.holds())
                        .put("words", finding.words()));
        root.putObject("rule")
                .put("allowedLoss", rule.allowedLoss())
                .put("allowedLossOfOnePlace", rule.allowedLossOfOnePlace())
                .put("requiredGain", rule.requiredGain());
        write(measured.validation(), root.putObject("validation"));
        measured.fresh().ifPresent(fresh -> write(fresh, root.putObject("new")));
        measured.locked().ifPresent(locked -> write(locked, root.putObject("locked")));
        return root;
    }

    /** The decision of a document. */
    static Decision decision(JsonNode document) {
        return new Decision(StreamSupport.stream(document.path("findings").spliterator(), false)
                .map(finding -> new Finding(
                        finding.path("holds").asBoolean(), finding.path("words").asText()))
                .toList());
    }

    /** The document of a version's last evaluation. */
    static Optional<JsonNode> last(ModelRegistry registry, ModelId id) throws IOException {
        List<String> documents = registry.state().history(id).stream()
                .map(RegistryEvent::document)
                .flatMap(Optional::stream)
                .toList();
        return documents.isEmpty()
                ? Optional.empty()
                : Optional.of(new ObjectMapper()
                        .readTree(registry.documentFile(id, documents.get(documents.size() - 1))
                                .toFile()));
    }

    private static void write(PairedReports reports, ObjectNode node) {
        node.put("meanIouBefore", PairedReports.mean(reports.before()))
                .put("meanIouAfter", PairedReports.mean(reports.after()));
        ObjectNode classes = node.putObject("classes");
        for (ClassChange change : ClassChange.of(reports.before(), reports.after())) {
            ObjectNode entry = classes.putObject(change.surfaceClass().label())
                    .put("places", change.places())
                    .put("before", change.before())
                    .put("after", change.after());
            change.interval()
                    .ifPresent(interval ->
                            entry.putArray("difference95").add(interval.low()).add(interval.high()));
        }
        sets(reports, node.putObject("sets"));
        places(reports.before(), node.putObject("placesBefore"));
        places(reports.after(), node.putObject("places"));
        reports.after().unreadable().forEach(node.putArray("unreadable")::add);
    }

    /** Of each data set the mean over its classes, as in the mean over all of them. */
    private static void sets(PairedReports reports, ObjectNode node) {
        for (String set : reports.after().sets()) {
            node.putObject(set).put("before", mean(reports.before(), set)).put("after", mean(reports.after(), set));
        }
    }

    private static double mean(EvaluationReport report, String set) {
        return report.intersectionsOverUnion(set).values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private static void places(EvaluationReport report, ObjectNode node) {
        for (String set : report.sets()) {
            ObjectNode places = node.putObject(set);
            report.places(set).forEach((place, confusion) -> iou(confusion, places.putObject(place)));
        }
    }

    private static void iou(LabelConfusion confusion, ObjectNode node) {
        for (SurfaceClass c : SurfaceClass.all()) {
            confusion.score(c).intersectionOverUnion().ifPresent(value -> node.put(c.label(), value));
        }
    }
}
