package io.treehouse.training.retrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.document.AtomicFile;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.training.fit.TrainingConfig;
import io.treehouse.training.promote.Decision;
import io.treehouse.training.promote.GateTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What a retraining ends with: {@code report.json} for programs, {@code report.md} for people. */
final class RetrainingReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final double SECONDS = 60;

    private RetrainingReport() {}

    /** Writes both files; the one for programs is there once everything is. */
    static void write(
            Path folder,
            ModelRegistry registry,
            TrainingConfig config,
            RetrainingPlan plan,
            ModelId candidate,
            Decision decision,
            Optional<JsonNode> figures)
            throws IOException {
        ObjectNode report = JSON.createObjectNode();
        report.put("candidate", candidate.toString());
        report.put("start", plan.start().toString());
        report.put("status", registry.state().get(candidate).status().label());
        report.put("passes", decision.passes()).put("decision", decision.inWords());
        report.set("sets", JSON.valueToTree(config.sets()));
        plan.newSets().forEach(report.putArray("newSets")::add);
        JsonNode manifest = registry.bundle(candidate).model().training();
        report.put("steps", manifest.path("steps").asInt())
                .put("seconds", manifest.path("seconds").asInt())
                .put("minutes", plan.minutes())
                .put("learningRate", config.learningRate());
        plan.skipped().forEach(report.putArray("skipped")::add);
        figures.ifPresent(measured -> report.set("figures", measured));
        String words = String.format(
                Locale.ROOT,
                "# %s%n%nRetrained from %s on %s, %d steps in %.1f minutes.%n%nIt %s.%n%n%s%s",
                candidate,
                plan.start(),
                String.join(", ", plan.newSets()),
                manifest.path("steps").asInt(),
                manifest.path("seconds").asDouble() / SECONDS,
                decision.inWords(),
                skipped(plan),
                figures.map(GateTable::markdown).orElse(""));
        AtomicFile.write(folder.resolve("report.md"), words.getBytes(StandardCharsets.UTF_8));
        AtomicFile.writeJson(folder.resolve("report.json"), report);
    }

    private static String skipped(RetrainingPlan plan) {
        return plan.skipped().isEmpty()
                ? ""
                : "Pictures that were skipped:%n%n- %s%n%n".formatted(String.join("\n- ", plan.skipped()));
    }
}
