package io.treehouse.training.promote;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split.Part;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.registry.Change;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.training.evaluate.ClassMapSource;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.Evaluator;
import io.treehouse.training.evaluate.HeldOutPlaces;
import io.treehouse.training.evaluate.ModelClassMaps;
import io.treehouse.training.evaluate.TileListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures a candidate beside the promoted version with the scene segmentation that serves, lets a rule decide, and keeps
 * figures and reason in the registry. Used by one thread.
 */
public final class PromotionGate {
    private final ModelRegistry registry;
    private final PromotionRule rule;
    private final EngineOptions engines;
    private final TileListener listener;

    /** @param engines as the server opens them */
    public PromotionGate(ModelRegistry registry, PromotionRule rule, EngineOptions engines) {
        this(registry, rule, engines, TileListener.NONE);
    }

    private PromotionGate(ModelRegistry registry, PromotionRule rule, EngineOptions engines, TileListener listener) {
        this.registry = registry;
        this.rule = rule;
        this.engines = engines;
        this.listener = listener;
    }

    /** The same gate, with somebody who is shown each picture that one of both models was scored on. */
    public PromotionGate watchedBy(TileListener watcher) {
        return new PromotionGate(registry, rule, engines, watcher);
    }

    /** The last decision on a candidate, with its figures; empty if none was made. */
    public Optional<JsonNode> lastFigures(ModelId candidate) throws IOException {
        return GateJson.last(registry, candidate);
    }

    /** The decision that figures stand behind. */
    public static Decision decisionOf(JsonNode figures) {
        return GateJson.decision(figures);
    }

    /**
     * Measures and decides; the decision stands in the candidate's history afterwards.
     *
     * @param by who asks
     */
    public Decision decide(ModelId candidate, GatePlaces places, String by) throws InterruptedException {
        return decide(registry.state().promoted().id(), candidate, places, by);
    }

    /**
     * Measures and decides, and promotes the candidate if the rule holds and the version that it was compared with is still
     * the promoted one.
     *
     * @param by who asks
     */
    public Decision decideAndPromote(ModelId candidate, GatePlaces places, String by) throws InterruptedException {
        ModelId before = registry.state().promoted().id();
        Decision decision = decide(before, candidate, places, by);
        if (decision.passes() && registry.state().promoted().id().equals(before)) {
            registry.promote(candidate, new Change("gate, asked by " + by, decision.inWords()));
        }
        return decision;
    }

    /**
     * Measures a candidate beside any version and decides; the decision stands in the candidate's history afterwards.
     *
     * @param beside the version that the candidate is compared with
     * @param by who asks
     */
    public Decision decide(ModelId beside, ModelId candidate, GatePlaces places, String by)
            throws InterruptedException {
        List<HeldOutPlaces> parts = parts(places);
        List<EvaluationReport> before = evaluate(beside, parts);
        List<EvaluationReport> after = evaluate(candidate, parts);
        Measurement measured = new Measurement(
                new PairedReports(before.get(0), after.get(0)),
                Optional.of(new PairedReports(before.get(1), after.get(1)))
                        .filter(any -> !places.fresh().isEmpty()),
                Optional.of(new PairedReports(before.get(2), after.get(2))).filter(any -> places.withLocked()));
        Decision decision = rule.decide(measured);
        registry.evaluated(
                candidate,
                new Change("gate, asked by " + by, decision.inWords()),
                GateJson.of(rule, measured, decision));
        return decision;
    }

    /** Validation places of the known sets, those of the new ones, and the locked places of all. */
    private static List<HeldOutPlaces> parts(GatePlaces places) {
        List<Catalog> locked = new ArrayList<>();
        if (places.withLocked()) {
            locked.addAll(places.known());
            locked.addAll(places.fresh());
        }
        return List.of(
                new HeldOutPlaces(places.known(), places.split(), Part.VALIDATION),
                new HeldOutPlaces(places.fresh(), places.split(), Part.VALIDATION),
                new HeldOutPlaces(locked, places.split(), Part.LOCKED));
    }

    private List<EvaluationReport> evaluate(ModelId id, List<HeldOutPlaces> parts) throws InterruptedException {
        List<EvaluationReport> reports = new ArrayList<>();
        try (ClassMapSource maps = ModelClassMaps.open(registry.bundle(id), engines)) {
            for (HeldOutPlaces part : parts) {
                reports.add(Evaluator.evaluate(part, maps, listener));
            }
        }
        return reports;
    }
}
