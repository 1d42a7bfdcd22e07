package io.treehouse.training.evaluate;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.correction.IntervalCoverage;
import io.treehouse.model.bundle.ErrorMatrix;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.training.evaluate.calibration.CalibrationScore;
import io.treehouse.training.evaluate.calibration.TemperatureFit;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fits the temperature of a model on the validation places and counts its errors there, with the scene segmentation that
 * serves.
 */
public final class Calibrator {
    private static final Logger LOG = LoggerFactory.getLogger(Calibrator.class);

    private Calibrator() {}

    /**
     * The model with the temperature that fits the validation places best and with an error matrix of each of them; locked
     * places are not looked at.
     *
     * @param bundle the model; its own temperature and error matrices do not matter
     * @param catalogs the data sets
     * @param split which pictures are validation places
     * @throws InputProblem if no data set has a validation place
     */
    public static TrainedModel calibrate(ModelBundle bundle, List<Catalog> catalogs, Split split, EngineOptions options)
            throws InterruptedException {
        try (ModelClassMaps maps = ModelClassMaps.open(bundle, options)) {
            EvaluationReport report =
                    Evaluator.evaluate(new HeldOutPlaces(catalogs, split, Split.Part.VALIDATION), maps);
            if (report.samples().isEmpty()) {
                throw new InputProblem(
                        Kind.NOT_FOUND,
                        "There is no labelled picture to fit a temperature on",
                        "Name validation places in validation.csv");
            }
            double temperature = TemperatureFit.of(report.samples());
            LOG.info(
                    "temperature {}: expected calibration error {} before, {} after",
                    text(temperature),
                    error(report, 1),
                    error(report, temperature));
            List<ErrorMatrix> errors = PlaceErrors.of(report, Split.Part.VALIDATION);
            LOG.info("areas, leaving places out: {}", IntervalCoverage.leavingPlacesOut(errors));
            LOG.info("areas, leaving data sets out: {}", IntervalCoverage.leavingDataSetsOut(errors));
            return bundle.model().withTemperature(temperature).withErrors(errors);
        }
    }

    private static String error(EvaluationReport report, double temperature) {
        return text(CalibrationScore.of(report.samples(), temperature)
                .groups()
                .expectedCalibrationError()
                .orElseThrow());
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
