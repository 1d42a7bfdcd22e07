package io.treehouse.server.cli;

import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that choose the model and its arithmetic, shared by the commands that classify. */
final class ModelOptions {
    /** Version of the program, for answers and metadata. */
    static final String PROGRAM_VERSION = "0.1.0";

    @Option(names = "--model", paramLabel = "BUNDLE", description = "Model bundle; the shipped one if not given.")
    private Path model;

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "exact",
            description = "exact (f32), bf16 or auto. Default: ${DEFAULT-VALUE}.")
    private String precision;

    ModelBundle bundle() {
        return BundleReader.read(model == null ? ModelBundle.shippedPath() : model);
    }

    EngineOptions engines() {
        return new EngineOptions(
                PrecisionChoice.parse(precision), EngineOptions.defaults().workers());
    }

    TileClassifier open() {
        return TileClassifier.open(bundle(), engines(), PROGRAM_VERSION);
    }
}
