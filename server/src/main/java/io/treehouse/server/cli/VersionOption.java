package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.TrainedModel;
import picocli.CommandLine.Option;

/** The option {@code --version-name} of commands that make another model of one. */
final class VersionOption {
    @Option(
            names = "--version-name",
            paramLabel = "V",
            description = "Version of the model that is written. Default: the model's own.")
    private String version;

    /** @throws InputProblem if the text cannot be a version; call it before work that takes long */
    void check() {
        if (version != null && !TrainedModel.isIdentifier(version)) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "'" + version + "' cannot be a version",
                    "Use up to 64 of a-z, 0-9, dots and hyphens");
        }
    }

    /** The model under the wanted version. */
    TrainedModel name(TrainedModel model) {
        return version == null ? model : model.withVersion(version);
    }
}
