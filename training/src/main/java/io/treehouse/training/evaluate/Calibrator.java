package io.treehouse.training.evaluate;

import io.treehouse.datasets.catalog.Split;
import io.treehouse.inference.errormatrix.IntervalCoverage;
import io.treehouse.model.bundle.ErrorMatrix;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.training.evaluate.calibration.CalibrationScore;
import io.treehouse.training.evaluate.calibration.TemperatureFit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fits the temperature of a model on the validation places and counts its errors there, with the scene segmentation that
 * serves; also takes the statistics that drift is measured against.
 */
public final class Calibrator {
    private static final Logger LOG = LoggerFactory.getLogger(Calibrator.class);

    private Calibrator() {}

    /**
     * The model with the temperature that fits labelled places best, with an error matrix of each of them, and with the
     * statistics of {@link ReferencePictures}.
     *
     * @param bundle the model; its own temperature and error matrices do not matter
     * @param places the validation places: locked ones decide nothing
     * @return empty if there is no labelled picture
     */
    public static Optional<TrainedModel> calibrate(ModelBundle bundle, HeldOutPlaces places, EngineOptions options)
            throws InterruptedException {
        if (!places.parts().equals(Set.of(Split.Part.VALIDATION))) {
            throw new IllegalArgumentException("A temperature is fitted on validation places, not " + places.parts());
        }
        try (ModelClassMaps maps = ModelClassMaps.open(bundle, options)) {
            EvaluationReport report = Evaluator.evaluate(places, maps);
            if (report.samples().stream().allMatch(sample -> sample.size() == 0)) {
                LOG.warn("There is no labelled validation place: confidences are not calibrated");
                return Optional.empty();
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
            TrainedModel calibrated =
                    bundle.model().withTemperature(temperature).withErrors(errors);
            return Optional.of(ReferencePictures.reference(calibrated, maps, places.catalogs(), places.split())
                    .map(reference -> calibrated.withTraining(reference.addedTo(calibrated.training())))
                    .orElse(calibrated));
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
