package io.treehouse.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.treehouse.datasets.problem.InputProblem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The same tables on a real PostgreSQL server, which is started for the test and stopped under it. */
class PostgresqlStoreTest {
    @Test
    void theSameTablesWorkOnPostgresqlUntilItIsStopped() throws IOException {
        EmbeddedPostgres server = TestDatabase.PostgresqlServer.started();
        try (Store store = new Store(
                StoreSettings.postgresql(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"))) {
            StoreCheck.insert(store, "a", "queued");
            StoreCheck.insert(store, "b", "running");
            assertEquals(2, StoreCheck.count(store));
            assertEquals("running", StoreCheck.state(store, "b"));
            assertThrows(InputProblem.class, () -> StoreCheck.insert(store, "zero \0", "queued"));

            server.close();

            assertThrows(StoreUnavailableException.class, () -> StoreCheck.count(store));
        } finally {
            server.close();
        }
    }
}
