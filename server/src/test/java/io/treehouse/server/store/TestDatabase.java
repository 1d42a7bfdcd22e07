package io.treehouse.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The databases that a server may keep its tables in, for tests that hold on each. PostgreSQL is a real server that is started
 * once, so the rows of several tests, as of several servers, lie in one database; where none can be started they are skipped.
 */
public enum TestDatabase {
    EMBEDDED {
        @Override
        public StoreSettings settings(Path home) {
            return StoreSettings.embedded(home);
        }
    },
    POSTGRESQL {
        @Override
        public StoreSettings settings(Path home) {
            String url = PostgresqlServer.shared().getJdbcUrl("postgres", "postgres");
            return StoreSettings.postgresql(url, "postgres", "postgres");
        }
    };

    /** The settings of a server with that home folder. */
    public abstract StoreSettings settings(Path home);

    /** A PostgreSQL server of the tests; it ends with their JVM. */
    static final class PostgresqlServer {
        private static EmbeddedPostgres server;

        private PostgresqlServer() {}

        static synchronized EmbeddedPostgres shared() {
            if (server == null) {
                server = started();
            }
            return server;
        }

        /** As root PostgreSQL starts in a user name space of its own, which not every machine allows. */
        static EmbeddedPostgres started() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException | IllegalStateException fault) {
                return Assumptions.abort("Skipped: no PostgreSQL server can be started here: " + fault);
            }
        }
    }
}
