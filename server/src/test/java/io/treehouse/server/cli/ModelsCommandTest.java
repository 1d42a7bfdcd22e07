package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.model.bundle.ModelBundle;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The registry by command line, with the two models that ship. */
class ModelsCommandTest {
    private static final String FIRST = "treehouse-land-cover@4.3";
    private static final String ADDED = "treehouse-land-cover@1";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private String run(int expected, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command =
                TreehouseCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 3];
        all[0] = "models";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--registry";
        all[arguments.length + 2] = registry().toString();
        assertEquals(expected, command.execute(all), err::toString);
        return out.toString();
    }

    private Path registry() {
        return folder.resolve("registry");
    }

    private void addOther() {
        run(
                0,
                "add",
                ModelBundle.shippedPath()
                        .resolveSibling("treehouse-land-cover-1.zip")
                        .toString());
    }

    @Test
    void theModelThatShipsIsTheFirstVersionAndListingWritesNothing() throws Exception {
        JsonNode listed = new ObjectMapper().readTree(run(0, "list", "--json"));

        assertEquals(1, listed.size());
        assertEquals("treehouse-land-cover", listed.at("/0/name").asText());
        assertEquals("4.3", listed.at("/0/version").asText());
        assertEquals("promoted", listed.at("/0/status").asText());
        assertFalse(Files.exists(registry()));
    }

    @Test
    void aVersionIsAddedPromotedAndRolledBack() {
        addOther();
        assertTrue(run(0).contains(ADDED + "                   candidate"), out::toString);

        run(0, "promote", ADDED, "--by", "anna", "--reason", "a try");
        run(0, "rollback");
        assertTrue(run(0, "show", ADDED).contains("a try"), out::toString);

        run(0, "delete", ADDED);
        assertFalse(run(0, "list").contains(ADDED), out::toString);
    }

    @Test
    void theDifferenceOfTwoVersionsNamesSettingsAndWeights() throws Exception {
        addOther();

        JsonNode diff = new ObjectMapper().readTree(run(0, "diff", ADDED, FIRST));

        assertTrue(diff.get("settings").toString().contains("/training/configuration/"), diff::toString);
        assertFalse(diff.get("sameNetwork").asBoolean(), "2 has blurred strides, 1 has not");
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() {
        run(2, "delete", FIRST);
        assertTrue(err.toString().contains("is the version that serves"), err::toString);
        run(2, "promote", "other@9");
        assertTrue(err.toString().contains("has no version other@9"), err::toString);
        run(2, "promote", "other");
        assertTrue(err.toString().contains("Give NAME@VERSION"), err::toString);
    }
}
