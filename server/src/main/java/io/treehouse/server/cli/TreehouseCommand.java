package io.treehouse.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line; holds the commands and no options of its own. */
@Command(
        name = "treehouse",
        description = "Deep-learning land cover from satellite and aerial imagery.",
        version = "treehouse " + ModelOptions.PROGRAM_VERSION,
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeCommand.class,
            ClassifyCommand.class,
            EstimateCommand.class,
            CompareCommand.class,
            SettlementsCommand.class,
            SampleCommand.class,
            AccuracyCommand.class,
            ModelsCommand.class,
            TokensCommand.class,
            FeedbackCommand.class,
            ExportCommand.class,
            BenchmarkCommand.class,
            TrainCommand.class,
            RetrainCommand.class,
            SelfLabelCommand.class,
            EvaluateCommand.class,
            AverageCommand.class,
            CalibrateCommand.class,
            QuantizeCommand.class,
            ReferenceCommand.class,
            DatasetCommand.class
        })
public final class TreehouseCommand {

    /** The whole command line, with errors told in words and never as a stack trace. */
    public static CommandLine commandLine() {
        return new CommandLine(new TreehouseCommand())
                .setExecutionExceptionHandler(new Failures())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
