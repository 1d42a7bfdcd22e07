package io.treehouse.training.fit;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.training.evaluate.ClassScore;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.Evaluator;
import io.treehouse.training.evaluate.LabelConfusion;
import io.treehouse.training.evaluate.ModelClassMaps;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Scores a model on the places of {@code validation.csv} with the code that serves. Thread-safe. */
final class ValidationPlaces {
    /** A class that is rarer than this among the settled pixels of a set says more about chance than about the model. */
    private static final double LEAST_SHARE = 0.005;

    private final List<Catalog> catalogs;
    private final Split split;

    ValidationPlaces(List<Catalog> catalogs, Split split) {
        this.catalogs = List.copyOf(catalogs);
        this.split = split;
    }

    /** Mean intersection over union over data sets and their classes, 0…1; empty if there is no validation place. */
    OptionalDouble score(Path bundle) throws InterruptedException {
        try (ModelClassMaps maps = ModelClassMaps.open(BundleReader.read(bundle), EngineOptions.defaults())) {
            return mean(Evaluator.evaluate(catalogs, split, EnumSet.of(Split.Part.VALIDATION), maps));
        }
    }

    static OptionalDouble mean(EvaluationReport report) {
        return report.sets().stream()
                .map(report::total)
                .flatMapToDouble(ValidationPlaces::scores)
                .average();
    }

    private static DoubleStream scores(LabelConfusion total) {
        return SurfaceClass.all().stream()
                .map(total::score)
                .filter(score -> reference(score) > LEAST_SHARE * total.pixels())
                .map(ClassScore::intersectionOverUnion)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble);
    }

    private static long reference(ClassScore score) {
        return score.truePositive() + score.falseNegative();
    }
}
