package io.treehouse.server.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.benchmark.NetworkBenchmark.RoundPlan;
import io.treehouse.server.benchmark.Benchmark;
import io.treehouse.server.benchmark.BenchmarkReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code treehouse benchmark}: this program's speed and memory, beside ONNX Runtime and stock Deeplearning4j. */
@Command(name = "benchmark", description = "Measures speed and memory.", mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions model;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "Paired rounds of the network. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--turn-millis",
            defaultValue = "1500",
            paramLabel = "MS",
            description = "How long each program runs in a round. Default: ${DEFAULT-VALUE}.")
    private long turnMillis;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures as JSON.")
    private Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        // A line for each of its own requests would drown the table.
        ((Logger) LoggerFactory.getLogger("requests")).setLevel(Level.WARN);
        Benchmark benchmark = new Benchmark(
                model.bundle(),
                model.engines(),
                plan(),
                ModelOptions.PROGRAM_VERSION,
                spec.commandLine().getOut());
        Path folder = Files.createTempDirectory("treehouse-benchmark");
        try {
            BenchmarkReport report = benchmark.run(folder);
            if (json != null) {
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), report);
            }
            return 0;
        } finally {
            delete(folder);
        }
    }

    private RoundPlan plan() {
        if (rounds < 1 || turnMillis < 1) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "There are no " + rounds + " rounds of " + turnMillis + " ms.",
                    "Give at least one round of one millisecond.");
        }
        return new RoundPlan(rounds, Duration.ofMillis(turnMillis));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
