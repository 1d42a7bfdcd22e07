package io.treehouse.training.fit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which code trains.
 *
 * @param commit of the project's folder; empty if that is no checkout of git
 * @param changed whether files of it differ from the commit
 */
record CodeVersion(Optional<String> commit, boolean changed) {
    /** The code in a folder. */
    static CodeVersion of(Path project) {
        Optional<String> commit = git(project, "rev-parse", "HEAD");
        return new CodeVersion(
                commit,
                commit.isPresent()
                        && git(project, "status", "--porcelain", "--untracked-files=no")
                                .filter(changes -> !changes.isEmpty())
                                .isPresent());
    }

    /** What git says; empty if it is not there, or refuses. */
    private static Optional<String> git(Path project, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", project.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    void describe(ObjectNode manifest) {
        commit.ifPresent(id -> manifest.put("commit", id).put("changed", changed));
    }
}
