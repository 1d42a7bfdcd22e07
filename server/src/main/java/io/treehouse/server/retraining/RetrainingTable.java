package io.treehouse.server.retraining;

import io.treehouse.server.store.JobState;
import io.treehouse.server.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The retrainings of one server in the database. Thread-safe; each method is one transaction. */
final class RetrainingTable {
    private final Store store;
    private final String server;

    /** @param server which server's retrainings, where several use one database */
    RetrainingTable(Store store, String server) {
        this.store = store;
        this.server = server;
    }

    /** Adds a retraining to the end of the queue, unless the queue is full; returns whether it was added. */
    boolean add(String id, RetrainingOrder order, String askedBy, int longestQueue) {
        return store.call(handle -> {
            if (count(handle, JobState.QUEUED) >= longestQueue) {
                return false;
            }
            return handle.createUpdate(
                                    "insert into retraining (id, server, request, asked_by, state, words, attempts, asked)"
                                            + " values (:id, :server, :request, :by, 'queued', 'waits for its turn', 0, :now)")
                            .bind("id", id)
                            .bind("server", server)
                            .bind("request", order.json())
                            .bind("by", askedBy)
                            .bind("now", now())
                            .execute()
                    == 1;
        });
    }

    /** All, the newest first. */
    List<RetrainingJob> all() {
        return select("order by number desc", "");
    }

    Optional<RetrainingJob> find(String id) {
        return select("and id = :value", id).stream().findFirst();
    }

    /** The one at work, or else the one that waits for longest. */
    Optional<RetrainingJob> next() {
        return select("and state in ('queued', 'running') order by state desc, number", "").stream()
                .findFirst();
    }

    /** Those whose process was to end, and maybe did not. */
    List<RetrainingJob> cancelledWithProcess() {
        return select("and state = 'cancelled' and pid is not null", "");
    }

    private List<RetrainingJob> select(String condition, String value) {
        return store.call(handle -> {
            Query query = handle.createQuery("select * from retraining where server = :server " + condition)
                    .bind("server", server);
            return (value.isEmpty() ? query : query.bind("value", value))
                    .map(RetrainingTable::job)
                    .list();
        });
    }

    private int count(Handle handle, JobState state) {
        return handle.createQuery("select count(*) from retraining where server = :server and state = :state")
                .bind("server", server)
                .bind("state", state.word())
                .mapTo(Integer.class)
                .one();
    }

    /** Notes that a process works on it, unless it was cancelled; returns whether it may go on. */
    boolean started(String id, WorkerId process) {
        return store.call(handle -> handle.createUpdate("update retraining set state = 'running', words = 'is at work',"
                                + " attempts = attempts + 1, pid = :pid, pid_began = :pidBegan,"
                                + " began = coalesce(began, :now)"
                                + " where id = :id and state in ('queued', 'running')")
                        .bind("id", id)
                        .bind("pid", process.pid())
                        .bind("pidBegan", process.began().atOffset(ZoneOffset.UTC))
                        .bind("now", now())
                        .execute())
                == 1;
    }

    /** Notes an end, unless there was another before; returns whether this one counts. */
    boolean ended(String id, JobState state, String words) {
        return store.call(handle -> handle.createUpdate(
                                "update retraining set state = :state, words = :words, ended = :now"
                                        + " where id = :id and state in ('queued', 'running')")
                        .bind("id", id)
                        .bind("state", state.word())
                        .bind("words", words)
                        .bind("now", now())
                        .execute())
                == 1;
    }

    /** Notes that no process is there any more. */
    void processGone(String id) {
        store.call(handle -> handle.execute("update retraining set pid = null, pid_began = null where id = ?", id));
    }

    /** Puts one whose process was stopped with the server back to where it was in the queue; the attempt does not count. */
    void setBack(String id) {
        store.call(handle -> handle.execute(
                "update retraining set state = 'queued', words = 'goes on with the next start of the server',"
                        + " attempts = attempts - 1, pid = null, pid_began = null where id = ? and state = 'running'",
                id));
    }

    /** Lets one that failed try again; returns whether there is such a one. */
    boolean again(String id) {
        return store.call(handle -> handle.execute(
                        "update retraining set state = 'queued', words = 'waits for its turn', attempts = 0,"
                                + " ended = null where id = ? and server = ? and state = 'failed'",
                        id,
                        server))
                == 1;
    }

    private static RetrainingJob job(ResultSet row, StatementContext context) throws SQLException {
        long pid = row.getLong("pid");
        Optional<WorkerId> process = row.wasNull()
                ? Optional.empty()
                : Optional.of(new WorkerId(pid, time(row, "pid_began").orElse(Instant.EPOCH)));
        return new RetrainingJob(
                row.getString("id"),
                RetrainingOrder.ofJson(row.getString("request")),
                row.getString("asked_by"),
                JobState.of(row.getString("state")),
                row.getString("words"),
                row.getInt("attempts"),
                process,
                time(row, "asked").orElseThrow(),
                time(row, "began"),
                time(row, "ended"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
