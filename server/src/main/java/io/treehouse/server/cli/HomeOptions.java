package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.server.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine.Option;

/** Options that say where the server keeps what it has been told. */
final class HomeOptions {
    private static final String HOME = "TREEHOUSE_HOME";
    private static final String DATABASE = "TREEHOUSE_DATABASE";
    private static final String USER = "TREEHOUSE_DATABASE_USER";
    private static final String PASSWORD = "TREEHOUSE_DATABASE_PASSWORD";
    private static final String PASSWORD_FILE = "TREEHOUSE_DATABASE_PASSWORD_FILE";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder of what the server keeps: its embedded database, retrainings, uploads."
                    + " Default: what TREEHOUSE_HOME names, else ~/.local/share/treehouse.")
    private Path home;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "jdbc:postgresql://HOST/DATABASE, with user and password from TREEHOUSE_DATABASE_USER and"
                    + " TREEHOUSE_DATABASE_PASSWORD or the file that TREEHOUSE_DATABASE_PASSWORD_FILE names."
                    + " Default: what TREEHOUSE_DATABASE names, else an embedded database in the home folder.")
    private String database;

    /** The home folder; made if it is missing. */
    Path folder() {
        Path folder = (home == null ? namedFolder() : home).toAbsolutePath().normalize();
        try {
            return Files.createDirectories(folder);
        } catch (IOException fault) {
            throw new InputProblem(
                    Kind.UNWRITABLE,
                    "The home folder " + folder + " cannot be made: " + fault,
                    "Give another with --home or TREEHOUSE_HOME.",
                    fault);
        }
    }

    /** Which database. */
    StoreSettings store() {
        String url = database == null ? variable(DATABASE) : database;
        return url.isEmpty()
                ? StoreSettings.embedded(folder())
                : StoreSettings.postgresql(url, variable(USER), password());
    }

    private static String password() {
        String file = variable(PASSWORD_FILE);
        if (file.isEmpty()) {
            return variable(PASSWORD);
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException fault) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    PASSWORD_FILE + " names " + file + ", which cannot be read: " + fault,
                    "Let it name a file that this user can read.",
                    fault);
        }
    }

    private static Path namedFolder() {
        return variable(HOME).isEmpty() ? defaultFolder() : Path.of(variable(HOME));
    }

    /** Where the data of this user's programs lies (XDG Base Directory Specification): caches may be emptied, this not. */
    static Path defaultFolder() {
        String named = variable("XDG_DATA_HOME");
        Path data = named.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(named);
        return data.resolve("treehouse");
    }

    private static String variable(String name) {
        return Objects.requireNonNullElse(System.getenv(name), "");
    }
}
