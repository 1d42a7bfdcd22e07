package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeVersionTest {
    @TempDir
    private Path project;

    @Test
    void namesTheCommitAndWhetherFilesDifferFromIt() throws Exception {
        assertEquals(new CodeVersion(Optional.empty(), false), CodeVersion.of(project), "no checkout");

        Path file = Files.writeString(project.resolve("file"), "as it was");
        git("init", "-q");
        git("add", "file");
        git("-c", "user.name=tester", "-c", "user.email=tester@example.org", "commit", "-q", "-m", "first");
        CodeVersion committed = CodeVersion.of(project);
        assertTrue(committed.commit().orElseThrow().matches("[0-9a-f]{40}"), committed.toString());
        assertEquals(false, committed.changed());

        Files.writeString(file, "as it is");
        assertEquals(new CodeVersion(committed.commit(), true), CodeVersion.of(project));
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", project.toString()));
        command.addAll(List.of(arguments));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), command.toString());
    }
}
