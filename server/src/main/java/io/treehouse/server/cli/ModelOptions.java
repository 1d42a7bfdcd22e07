package io.treehouse.server.cli;

import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import io.treehouse.server.program.ProgramVersion;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that choose the model and its arithmetic, shared by the commands that classify. */
final class ModelOptions {
    /** Version of the program, for answers and metadata. */
    static final String PROGRAM_VERSION = ProgramVersion.CURRENT;

    @Mixin
    private ModelChoice choice;

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "exact",
            description = "exact (f32), bf16 or auto. Default: ${DEFAULT-VALUE}.")
    private String precision;

    ModelChoice choice() {
        return choice;
    }

    ModelBundle bundle() {
        return choice.bundle();
    }

    EngineOptions engines() {
        return new EngineOptions(
                PrecisionChoice.parse(precision), EngineOptions.defaults().workers());
    }

    TileClassifier open() {
        return TileClassifier.open(bundle(), engines(), PROGRAM_VERSION);
    }
}
