package io.treehouse.server.store;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Which database.
 *
 * @param url JDBC URL, without a password
 * @param user user of the database
 * @param password password of the user; empty if none is needed
 */
public record StoreSettings(String url, String user, String password) {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * The same SQL as for PostgreSQL, and commits that survive the end of the process. The file is closed when the server
     * closes it, after the requests in work.
     */
    private static final String H2_SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    public StoreSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /**
     * The embedded database of a folder, in the file {@code treehouse.mv.db}.
     *
     * @throws InputProblem if the folder's name holds a semicolon, which would begin a setting
     */
    public static StoreSettings embedded(Path home) {
        Path file = home.toAbsolutePath().resolve("treehouse");
        if (file.toString().indexOf(';') >= 0) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The folder " + home + " cannot hold a database: its name has a semicolon.",
                    "Take another folder.");
        }
        return new StoreSettings("jdbc:h2:file:" + file + H2_SETTINGS, "treehouse", "");
    }

    /**
     * A PostgreSQL database.
     *
     * @throws InputProblem if the URL is one of another kind of database, or tells a password to everyone who lists processes
     */
    public static StoreSettings postgresql(String url, String user, String password) {
        if (!url.startsWith(POSTGRESQL)) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The database '" + url + "' is none that can be used.",
                    "Give " + POSTGRESQL + "//HOST/DATABASE, or leave it out for an embedded one.");
        }
        if (url.contains("password=")) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The URL of the database holds a password, which everyone sees who lists processes.",
                    "Leave it out and set TREEHOUSE_DATABASE_PASSWORD or TREEHOUSE_DATABASE_PASSWORD_FILE.");
        }
        return new StoreSettings(url, user, password);
    }

    /** The database in words, without settings and secrets. */
    String inWords() {
        return url.replaceFirst("[;?].*", "").replace("jdbc:h2:file:", "");
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return inWords() + " as " + user;
    }
}
