package io.treehouse.server.cli;

import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.FineLook;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.ModelInput;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.training.evaluate.Calibrator;
import io.treehouse.training.evaluate.HeldOutPlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code treehouse calibrate}: a model with the temperature that fits the validation places, and its errors there. */
@Command(
        name = "calibrate",
        description =
                "Fits a model's temperature on the validation places and counts its errors there; class maps stay the same.",
        mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(CalibrateCommand.class);

    @Mixin
    private ModelOptions model;

    @Mixin
    private CatalogOptions data;

    @Option(names = "--out", required = true, paramLabel = "BUNDLE", description = "The calibrated model bundle.")
    private Path out;

    @Mixin
    private VersionOption version;

    @Option(
            names = "--fine-look",
            negatable = true,
            description = "Let the model see scenes with pixels of 0.3 m and finer on a grid of 0.3 m too, or no more."
                    + " Default: as it does.")
    private Boolean fineLook;

    @Override
    public Integer call() throws IOException, InterruptedException {
        version.check();
        HeldOutPlaces places = new HeldOutPlaces(data.catalogs(), data.split(), Split.Part.VALIDATION);
        TrainedModel calibrated = Calibrator.calibrate(seeing(model.bundle()), places, model.engines())
                .orElseThrow(() -> new InputProblem(
                        Kind.NOT_FOUND,
                        "There is no labelled picture to fit a temperature on",
                        "Name validation places in validation.csv"));
        BundleWriter.write(out, version.name(calibrated), NumberType.F16);
        LOG.info("Wrote {}", out);
        return 0;
    }

    private ModelBundle seeing(ModelBundle bundle) {
        ModelInput input = bundle.model().input();
        List<FineLook> looks = Boolean.TRUE.equals(fineLook) ? List.of(FineLook.MEASURED) : List.of();
        if (fineLook == null || looks.equals(input.fineLooks())) {
            return bundle;
        }
        if (fineLook && input.gsdMetres() <= FineLook.MEASURED.gsdMetres()) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The model sees pixels of " + input.gsdMetres() + " m already; a fine look has "
                            + FineLook.MEASURED.gsdMetres() + " m",
                    "Leave --fine-look out");
        }
        return new ModelBundle(bundle.model().withInput(input.withFineLooks(looks)), bundle.sha256());
    }
}
