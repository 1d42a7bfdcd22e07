package io.treehouse.server.cli;

import io.treehouse.model.registry.Change;
import picocli.CommandLine.Option;

/** Who changes the registry, and why; both stand in its history. */
final class ChangeOptions {
    @Option(names = "--by", paramLabel = "NAME", description = "Who does this. Default: the user's name.")
    private String by;

    @Option(names = "--reason", defaultValue = "", paramLabel = "TEXT", description = "Why, in words.")
    private String reason;

    Change change() {
        return new Change(by == null ? System.getProperty("user.name") : by, reason);
    }
}
