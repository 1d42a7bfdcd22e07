package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
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
            defaultValue = "auto",
            description =
                    "exact (f32), bf16, int8, or auto: the fastest whose measured cost the model allows. bf16 and int8"
                            + " are slower than exact where the processor has no instructions for them. Default: ${DEFAULT-VALUE}.")
    private String precision;

    ModelChoice choice() {
        return choice;
    }

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Windows classified at the same time. Default: one a core, or fewer if OMP_NUM_THREADS gives"
                    + " each of them more than one.")
    private Integer workers;

    ModelBundle bundle() {
        return choice.bundle();
    }

    EngineOptions engines() {
        if (workers != null && workers < 1) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "There are no " + workers + " workers.",
                    "Give at least one, or leave it out.");
        }
        return new EngineOptions(
                PrecisionChoice.parse(precision),
                workers == null ? EngineOptions.defaults().workers() : workers);
    }

    TileClassifier open() {
        return TileClassifier.open(bundle(), engines(), PROGRAM_VERSION);
    }
}
