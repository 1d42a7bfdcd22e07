package io.treehouse.server.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the program by its main class in a JVM of its own, as {@code ./treehouse} does. */
final class ProgramProcess {
    private ProgramProcess() {}

    /**
     * The program with the libraries that it is started with, and not those of tests: a library that only tests bring must
     * not be missed by a user first.
     */
    static String classPath() throws IOException {
        Path target = Path.of(System.getProperty("treehouse.home"), "server", "target");
        return target.resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("runtime-classpath")).strip();
    }

    /** The options of the JVM that {@code ./treehouse} gives a command. */
    static List<String> usualOptions(String command) throws IOException {
        Path home = Path.of(System.getProperty("treehouse.home"));
        String script = ". \"$TREEHOUSE_PROJECT/scripts/java.sh\"; home_differs() { false; }; choose_options " + command
                + "; printf '%s\\n' \"${options[@]}\"";
        ProcessBuilder shell =
                new ProcessBuilder("bash", "-euc", script).redirectError(ProcessBuilder.Redirect.INHERIT);
        shell.environment().put("TREEHOUSE_PROJECT", home.toString());
        shell.environment().put("GDAL_LIB", System.getProperty("java.library.path"));
        shell.environment().put("JDK_MAJOR", Integer.toString(Runtime.version().feature()));
        try (BufferedReader lines = shell.start().inputReader()) {
            return lines.lines().toList();
        }
    }

    /**
     * Starts a command.
     *
     * @param log receives all that it writes
     * @param classPath jars and folders of classes
     * @param jvmOptions options of the JVM beside those that every command needs
     * @param arguments the command and its options
     */
    static Process start(Path log, String classPath, List<String> jvmOptions, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-XX:-UsePerfData");
        command.add("-XX:+UseSerialGC");
        command.add("-Dlogback.configurationFile=logback.xml");
        for (String inherited : List.of("java.library.path", "user.home", "treehouse.home")) {
            command.add("-D" + inherited + "=" + System.getProperty(inherited));
        }
        command.addAll(List.of("-cp", classPath, Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        // Not what belongs to whoever runs the tests.
        builder.environment()
                .put("TREEHOUSE_REGISTRY", log.resolveSibling("registry").toString());
        builder.environment().put("TREEHOUSE_HOME", log.resolveSibling("home").toString());
        return builder.start();
    }
}
