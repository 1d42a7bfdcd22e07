package io.treehouse.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's database. It is opened, and its tables are brought up to date, when it is first used; while
 * it cannot be used, callers get {@link StoreUnavailableException} at once or after a few seconds, and it is tried again.
 * Thread-safe.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final String MIGRATIONS = "classpath:io/treehouse/server/store/migrations";
    private static final int CONNECTIONS = 4;

    /** Class of SQLSTATE for values that a column cannot hold. */
    private static final String WRONG_VALUE = "22";

    /** Classes for broken constraints and wrong SQL: no fault of the database. */
    private static final String OF_THE_PROGRAM = "(23|42).*";

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Who asks within this time after a failure is told of it, and does not wait for another. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final StoreSettings settings;
    private HikariDataSource pool;
    private Jdbi jdbi;
    private StoreUnavailableException lastFailure;
    private long failedNanos;

    /** @param settings which database; nothing is opened yet */
    public Store(StoreSettings settings) {
        this.settings = settings;
    }

    /**
     * Works with the database in one transaction, which is taken back if the work throws.
     *
     * @throws StoreUnavailableException if the database cannot be reached, opened or written
     * @throws InputProblem if it cannot keep a value
     */
    public <T> T call(Function<Handle, T> work) {
        Jdbi open = opened();
        try {
            return open.inTransaction(work::apply);
        } catch (JdbiException fault) {
            String state = sqlState(fault);
            if (state.startsWith(WRONG_VALUE)) {
                throw unkept(fault);
            }
            throw state.matches(OF_THE_PROGRAM) || state.isEmpty() && !isOfTheConnection(fault)
                    ? fault
                    : unavailable(fault);
        }
    }

    private synchronized Jdbi opened() {
        if (jdbi != null) {
            return jdbi;
        }
        if (lastFailure != null && System.nanoTime() - failedNanos < PAUSE.toNanos()) {
            throw lastFailure;
        }
        try {
            HikariDataSource opening = pool();
            try {
                migrate(opening);
            } catch (FlywayException fault) {
                opening.close();
                throw fault;
            }
            pool = opening;
            jdbi = Jdbi.create(opening);
            LOG.info("Database {}", settings.inWords());
            return jdbi;
        } catch (PoolInitializationException | FlywayException fault) {
            lastFailure = unavailable(fault);
            failedNanos = System.nanoTime();
            throw lastFailure;
        }
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("treehouse");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(1);
        return new HikariDataSource(config);
    }

    private static void migrate(HikariDataSource pool) {
        Flyway.configure()
                .dataSource(pool)
                .locations(MIGRATIONS)
                .validateMigrationNaming(true)
                .loggers("slf4j")
                .load()
                .migrate();
    }

    private StoreUnavailableException unavailable(Throwable fault) {
        return new StoreUnavailableException(
                "The database %s cannot be used: %s".formatted(settings.inWords(), why(fault)), fault);
    }

    /** Texts that are too long, and a zero character, which PostgreSQL has no room for. */
    private static InputProblem unkept(JdbiException fault) {
        return new InputProblem(
                Kind.INVALID_PARAMETER,
                "The database cannot keep a value: " + why(fault),
                "Shorten texts, and leave out characters that cannot be printed.",
                fault);
    }

    private static String why(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    private static String sqlState(JdbiException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static boolean isOfTheConnection(JdbiException fault) {
        return fault.getClass() == org.jdbi.v3.core.ConnectionException.class;
    }

    /** Closes the connections, and with them an embedded database. */
    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
