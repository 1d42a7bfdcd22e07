package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.sheet.SheetOptions;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Flags of the contact sheet. */
final class SheetFlags {
    @Option(
            names = "--sheet",
            paramLabel = "FILE.png",
            description = "Where the contact sheet goes; by default NAME.sheet.png in the current folder.")
    private Path file;

    @Option(names = "--no-sheet", description = "Write no contact sheet.")
    private boolean none;

    @Option(
            names = "--sheet-pictures",
            paramLabel = "N",
            defaultValue = "12",
            description = "Pictures on the contact sheet; ${DEFAULT-VALUE} by default.")
    private int pictures;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Chooses the pictures of the contact sheet; ${DEFAULT-VALUE} by default.")
    private long seed;

    /** The file to write; empty if none is wanted. */
    Optional<Path> file(String dataset) {
        return none ? Optional.empty() : Optional.of(file == null ? Path.of(dataset + ".sheet.png") : file);
    }

    SheetOptions options() {
        try {
            return new SheetOptions(pictures, seed);
        } catch (IllegalArgumentException fault) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER, "--sheet-pictures: " + fault.getMessage(), "Give another number", fault);
        }
    }
}
