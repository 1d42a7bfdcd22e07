package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The script {@code ./treehouse} hands commands on to the program, and lets nothing else through. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "treehouse");

    @Test
    void theLauncherKnowsEveryCommandOfTheProgram() throws IOException {
        Set<String> handedOn = Files.readAllLines(LAUNCHER).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("serve |") && line.endsWith(")"))
                .flatMap(line ->
                        Arrays.stream(line.substring(0, line.length() - 1).split(" \\| ")))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> expected =
                new TreeSet<>(TreehouseCommand.commandLine().getSubcommands().keySet());
        expected.add("--version");
        assertEquals(expected, handedOn);
    }

    @Test
    void theHelpOfTheLauncherNamesEveryCommand() throws IOException {
        String text = Files.readString(LAUNCHER);

        for (String command : TreehouseCommand.commandLine().getSubcommands().keySet()) {
            assertTrue(text.contains("\n  ./treehouse " + command + " "), command);
        }
    }
}
