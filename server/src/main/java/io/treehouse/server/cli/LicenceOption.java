package io.treehouse.server.cli;

import io.treehouse.datasets.catalog.LicenceFilter;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that chooses data sets by their licences, shared by the commands that read several. */
final class LicenceOption {
    @Option(
            names = "--licence",
            split = ",",
            paramLabel = "CLASS",
            description = "Only data sets whose licenceClass is one of these: free, attribution, share-alike,"
                    + " non-commercial, unstated. Default: all.")
    private List<String> labels = List.of();

    /** What was asked for; empty if nothing was. */
    List<String> labels() {
        return labels;
    }

    LicenceFilter filter() {
        try {
            return LicenceFilter.of(labels);
        } catch (IllegalArgumentException unknown) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER, "--licence: " + unknown.getMessage(), "Name one of those", unknown);
        }
    }
}
