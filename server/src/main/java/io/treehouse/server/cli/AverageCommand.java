package io.treehouse.server.cli;

import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.training.fit.ModelAverage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code treehouse average}: the average of a model and of one that was trained on from it. */
@Command(
        name = "average",
        description = "Averages the weights of a model and of one that was trained on from it.",
        mixinStandardHelpOptions = true)
final class AverageCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(AverageCommand.class);

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The model's bundle.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The bundle that was trained on from it.")
    private Path after;

    @Option(
            names = "--share",
            paramLabel = "S",
            defaultValue = "0.5",
            description = "Share of the second model, 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double share;

    @Option(names = "--version-name", required = true, paramLabel = "V", description = "Version of the average.")
    private String version;

    @Option(names = "--out", required = true, paramLabel = "BUNDLE", description = "The bundle that is written.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        BundleWriter.write(
                out,
                ModelAverage.of(BundleReader.read(before), BundleReader.read(after), share, version),
                NumberType.F16);
        LOG.info("Wrote {}; calibrate it, and keep it if the validation places say so", out);
        return 0;
    }
}
