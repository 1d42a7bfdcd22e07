package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.drift.DriftReference;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.training.evaluate.ModelClassMaps;
import io.treehouse.training.evaluate.ReferencePictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code treehouse reference}: a model that was calibrated before, with the statistics that drift is measured against. */
@Command(
        name = "reference",
        description = "Stores in a model the statistics of pictures that it was trained and chosen on, which drift is"
                + " measured against; nothing else changes. Training and calibration do so too.",
        mixinStandardHelpOptions = true)
final class ReferenceCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceCommand.class);

    @Mixin
    private ModelOptions model;

    @Mixin
    private CatalogOptions data;

    @Option(names = "--out", required = true, paramLabel = "BUNDLE", description = "The model bundle with a reference.")
    private Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ModelBundle bundle = model.bundle();
        try (ModelClassMaps maps = ModelClassMaps.open(bundle, model.engines())) {
            TrainedModel trained = bundle.model();
            DriftReference reference = ReferencePictures.reference(trained, maps, data.catalogs(), data.split())
                    .orElseThrow(() -> new InputProblem(
                            Kind.NOT_FOUND,
                            "The model has learned from none of the pictures",
                            "Give the catalogues that its training manifest names"));
            BundleWriter.write(out, trained.withTraining(reference.addedTo(trained.training())), NumberType.F16);
            LOG.info("Wrote {}, with the statistics of {} pictures", out, reference.pictures());
        }
        return 0;
    }
}
