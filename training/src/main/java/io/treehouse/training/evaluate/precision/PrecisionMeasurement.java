package io.treehouse.training.evaluate.precision;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import io.treehouse.model.engine.SupportedArithmetics;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.Evaluator;
import io.treehouse.training.evaluate.HeldOutPlaces;
import io.treehouse.training.evaluate.ModelClassMaps;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures what the reduced arithmetics cost on held-out places, with the scene segmentation that serves. One thread.
 */
public final class PrecisionMeasurement {
    private static final Logger LOG = LoggerFactory.getLogger(PrecisionMeasurement.class);

    private final ModelBundle bundle;
    private final HeldOutPlaces places;
    private final int workers;
    private final EvaluationReport exact;

    private PrecisionMeasurement(ModelBundle bundle, HeldOutPlaces places, int workers) throws InterruptedException {
        this.bundle = bundle;
        this.places = places;
        this.workers = workers;
        exact = report(bundle.model(), PrecisionChoice.EXACT);
        if (exact.sets().isEmpty()) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "There is no labelled picture to measure precisions on",
                    "Name places in validation.csv, and catalogues that have some");
        }
    }

    /**
     * Scores a model in f32 on some places, to compare others with.
     *
     * @param workers windows classified at the same time
     */
    public static PrecisionMeasurement on(
            List<Catalog> catalogs, Split split, Split.Part part, ModelBundle bundle, int workers)
            throws InterruptedException {
        return new PrecisionMeasurement(bundle, new HeldOutPlaces(catalogs, split, part), workers);
    }

    /**
     * What a model loses against the one that was scored, by arithmetic.
     *
     * @param model the model that was scored, or one that differs in how it is computed in 8 bits
     */
    public Map<Arithmetic, AccuracyLoss> losses(TrainedModel model) throws InterruptedException {
        Map<Arithmetic, AccuracyLoss> losses = new EnumMap<>(Arithmetic.class);
        for (Arithmetic arithmetic : SupportedArithmetics.measurable(model)) {
            if (arithmetic != Arithmetic.F32) {
                losses.put(arithmetic, loss(model, arithmetic));
            }
        }
        return losses;
    }

    /** What a model loses in one reduced arithmetic. */
    AccuracyLoss loss(TrainedModel model, Arithmetic arithmetic) throws InterruptedException {
        PrecisionChoice choice = arithmetic == Arithmetic.BF16 ? PrecisionChoice.BF16 : PrecisionChoice.INT8;
        AccuracyLoss loss = AccuracyLoss.between(exact, report(model, choice));
        LOG.info("{} loses on {} places, in points of IoU: {}", arithmetic.label(), places.parts(), loss);
        return loss;
    }

    private EvaluationReport report(TrainedModel model, PrecisionChoice precision) throws InterruptedException {
        ModelBundle changed = new ModelBundle(model, bundle.sha256());
        try (ModelClassMaps maps = ModelClassMaps.open(changed, new EngineOptions(precision, workers))) {
            EvaluationReport report = Evaluator.evaluate(places, maps);
            if (!report.unreadable().isEmpty()) {
                throw new InputProblem(
                        Kind.UNUSABLE_RASTER,
                        "A labelled picture cannot be scored: "
                                + report.unreadable().get(0),
                        "Mend or take away the picture");
            }
            return report;
        }
    }
}
