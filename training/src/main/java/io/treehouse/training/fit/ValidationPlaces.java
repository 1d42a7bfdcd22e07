package io.treehouse.training.fit;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.training.evaluate.Calibrator;
import io.treehouse.training.evaluate.Evaluator;
import io.treehouse.training.evaluate.HeldOutPlaces;
import io.treehouse.training.evaluate.ModelClassMaps;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Scores a model on the places of {@code validation.csv} with the code that serves. Thread-safe. */
final class ValidationPlaces {
    private final HeldOutPlaces places;

    ValidationPlaces(List<Catalog> catalogs, Split split) {
        places = new HeldOutPlaces(catalogs, split, Split.Part.VALIDATION);
    }

    /** A model with the temperature that fits the validation places; empty if there is none. */
    Optional<TrainedModel> calibrated(ModelBundle bundle) throws InterruptedException {
        return Calibrator.calibrate(bundle, places, EngineOptions.defaults());
    }

    /** Mean intersection over union over data sets and their classes, 0…1; empty if there is no validation place. */
    OptionalDouble score(Path bundle) throws InterruptedException {
        try (ModelClassMaps maps = ModelClassMaps.open(BundleReader.read(bundle), EngineOptions.defaults())) {
            return Evaluator.evaluate(places, maps).meanIntersectionOverUnion();
        }
    }
}
