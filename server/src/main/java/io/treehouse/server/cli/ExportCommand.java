package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.onnx.OnnxExport;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code treehouse export}: a model bundle as a file that other programs run. */
@Command(name = "export", description = "Writes the model for other programs.", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--onnx",
            required = true,
            paramLabel = "FILE",
            description = "ONNX file to write, for ONNX Runtime and QGIS's Deepness plugin.")
    private Path onnx;

    @Mixin
    private ModelChoice model;

    @Option(
            names = "--any-size",
            description = "Take tiles of any height and width that are multiples of 32, not only the model's window."
                    + " QGIS's Deepness plugin does not load such a file.")
    private boolean anySize;

    @Override
    public Integer call() {
        ModelBundle bundle = model.bundle();
        try {
            OnnxExport.write(bundle, anySize ? OnnxExport.Size.ANY : OnnxExport.Size.WINDOW, onnx);
        } catch (UncheckedIOException e) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    e.getMessage() + ": " + e.getCause().getMessage(),
                    "Give a file in a folder that can be written to.",
                    e);
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %s %s%n",
                        onnx, bundle.model().name(), bundle.model().version());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
