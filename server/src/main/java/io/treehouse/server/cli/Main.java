package io.treehouse.server.cli;

/** Entry point of the program; {@code ./treehouse} starts it with the right libraries and flags. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(TreehouseCommand.commandLine().execute(args));
    }
}
