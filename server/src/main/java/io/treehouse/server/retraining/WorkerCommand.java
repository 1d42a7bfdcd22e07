package io.treehouse.server.retraining;

import io.treehouse.training.retrain.RetrainingRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the process of a retraining is started: {@code treehouse retrain} in a Java machine like the server's, with the memory of
 * a training and the lowest priority, so that serving keeps its latency.
 *
 * @param mainClass the program
 * @param registry folder of the model registry
 * @param splits folder of split files
 * @param javaOptions more options of the Java machine; they win
 */
public record WorkerCommand(String mainClass, Path registry, Path splits, List<String> javaOptions) {
    /** As ./treehouse gives them to retrain. */
    private static final List<String> MEMORY = List.of("-Xmx5g", "-Dorg.bytedeco.javacpp.maxbytes=6g");

    /** Copies of a network in training at most: parts of its batch. */
    private static final int COPIES = 4;

    /** The command. */
    List<String> of(RetrainingRequest request, boolean promote, boolean locked, String askedBy, Path folder) {
        List<String> command = new ArrayList<>(niceness());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ownOptions().forEach(command::add);
        command.addAll(MEMORY);
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass, "retrain"));
        request.catalogs().forEach(file -> command.addAll(List.of("--new", file.toString())));
        command.addAll(List.of("--out", folder.toString()));
        command.addAll(List.of("--registry", registry.toString(), "--splits", splits.toString(), "--by", askedBy));
        command.addAll(List.of("--replay-share", Double.toString(request.replayShare())));
        command.addAll(List.of("--hold-out", Double.toString(request.holdOut())));
        command.addAll(List.of("--steps", Integer.toString(request.steps())));
        command.addAll(List.of("--minutes", Double.toString(request.minutes())));
        command.addAll(List.of("--learning-rate", Double.toString(request.learningRate())));
        request.start().ifPresent(start -> command.addAll(List.of("--from", start.toString())));
        request.version().ifPresent(version -> command.addAll(List.of("--version-name", version)));
        if (promote) {
            command.add("--promote");
        }
        if (locked) {
            command.add("--locked");
        }
        return command;
    }

    /** Starts a command; what it says goes to the end of a log. */
    static Process start(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // As ./treehouse sets it for retrain: up to four copies of the network share the cores.
        int threadsEach = Math.max(1, Runtime.getRuntime().availableProcessors() / COPIES);
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threadsEach));
        return builder.start();
    }

    /** The server's own options, but for its memory and what belongs to one process alone. */
    private static Stream<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.matches("-Xm[sx].*|-XX:\\+AlwaysPreTouch|-agentlib.*|-javaagent.*"
                        + "|-XX:StartFlightRecording.*|-Dcom\\.sun\\.management.*"));
    }

    private static List<String> niceness() {
        return Stream.of("/usr/bin/nice", "/bin/nice")
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .map(nice -> List.of(nice, "-n", "19"))
                .orElse(List.of());
    }
}
