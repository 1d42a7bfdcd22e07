package io.treehouse.server.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.server.store.JobState;
import io.treehouse.server.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The jobs of one server in the database. Thread-safe. */
final class JobTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OF_THIS_SERVER = "select * from job where server = :server ";

    private final Store store;
    private final String server;

    /** @param server the server whose jobs these are */
    JobTable(Store store, String server) {
        this.store = store;
        this.server = server;
    }

    void insert(Job job) {
        store.call(handle -> handle.createUpdate(
                        "insert into job (id, server, caller, idempotency_key, parameters, scene, state, words, model,"
                                + " windows_done, windows_total, input_bytes, asked) values (:id, :server, :caller, :key,"
                                + " :parameters, :scene, :state, :words, :model, :done, :total, :bytes, :asked)")
                .bind("id", job.id())
                .bind("server", server)
                .bind("caller", job.caller())
                .bind("key", job.idempotencyKey())
                .bind("parameters", written(job.parameters()))
                .bind("scene", job.scene())
                .bind("state", job.state().word())
                .bind("words", job.words())
                .bind("model", job.model())
                .bind("done", job.windowsDone())
                .bind("total", job.windowsTotal())
                .bind("bytes", job.inputBytes())
                .bind("asked", Timestamp.from(job.asked()))
                .execute());
    }

    Optional<Job> find(String id) {
        return store.call(handle -> handle.createQuery(OF_THIS_SERVER + "and id = :id")
                .bind("server", server)
                .bind("id", id)
                .map(JobTable::job)
                .findOne());
    }

    Optional<Job> findByKey(String caller, String key) {
        return store.call(
                handle -> handle.createQuery(OF_THIS_SERVER + "and caller = :caller and idempotency_key = :key")
                        .bind("server", server)
                        .bind("caller", caller)
                        .bind("key", key)
                        .map(JobTable::job)
                        .findOne());
    }

    /** The latest jobs first. */
    List<Job> latest(int most) {
        return store.call(handle -> handle.createQuery(OF_THIS_SERVER + "order by number desc limit :most")
                .bind("server", server)
                .bind("most", most)
                .map(JobTable::job)
                .list());
    }

    /** Those in a state, the oldest first. */
    List<Job> in(JobState state) {
        return store.call(handle -> handle.createQuery(OF_THIS_SERVER + "and state = :state order by number")
                .bind("server", server)
                .bind("state", state.word())
                .map(JobTable::job)
                .list());
    }

    /** Those that ended before a time. */
    List<Job> endedBefore(Instant time) {
        return store.call(handle -> handle.createQuery(OF_THIS_SERVER + "and ended < :time order by number")
                .bind("server", server)
                .bind("time", Timestamp.from(time))
                .map(JobTable::job)
                .list());
    }

    /** Moves a job on if it still is in one state; false if somebody else moved it. */
    boolean move(String id, JobState from, JobState to, String words) {
        return store.call(handle -> handle.createUpdate("update job set state = :to, words = :words,"
                                + " ended = case when :end then current_timestamp else ended end,"
                                + " began = case when :begin then current_timestamp else began end"
                                + " where server = :server and id = :id and state = :from")
                        .bind("server", server)
                        .bind("id", id)
                        .bind("from", from.word())
                        .bind("to", to.word())
                        .bind("end", to.isEnd())
                        .bind("begin", to == JobState.RUNNING)
                        .bind("words", words)
                        .execute())
                == 1;
    }

    /** Notes which version classifies a job, and how many windows its scene is for that one. */
    void begin(String id, String model, int windowsTotal) {
        store.call(handle -> handle.createUpdate(
                        "update job set model = :model, windows_done = 0, windows_total = :total where id = :id")
                .bind("model", model)
                .bind("total", windowsTotal)
                .bind("id", id)
                .execute());
    }

    void note(String id, String model, int windowsDone) {
        store.call(handle -> handle.createUpdate("update job set model = :model, windows_done = :done where id = :id")
                .bind("model", model)
                .bind("done", windowsDone)
                .bind("id", id)
                .execute());
    }

    void delete(String id) {
        store.call(handle -> handle.createUpdate("delete from job where server = :server and id = :id")
                .bind("server", server)
                .bind("id", id)
                .execute());
    }

    private static Job job(ResultSet row, StatementContext context) throws SQLException {
        return new Job(
                row.getString("id"),
                row.getString("caller"),
                row.getString("idempotency_key"),
                parameters(row.getString("parameters")),
                row.getString("scene"),
                JobState.of(row.getString("state")),
                row.getString("words"),
                row.getString("model"),
                row.getInt("windows_done"),
                row.getInt("windows_total"),
                row.getLong("input_bytes"),
                row.getTimestamp("asked").toInstant(),
                instant(row.getTimestamp("began")),
                instant(row.getTimestamp("ended")));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static String written(Map<String, String> parameters) {
        try {
            return JSON.writeValueAsString(parameters);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> parameters(String text) {
        try {
            return JSON.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The database holds parameters that are no JSON: " + text, damaged);
        }
    }
}
