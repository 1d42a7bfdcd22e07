package io.treehouse.server.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.server.store.Store;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** The feedback in the database. Thread-safe. */
final class FeedbackTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Store store;
    private final String home;

    /** @param home folder of the tiles: entries of other folders are not seen */
    FeedbackTable(Store store, Path home) {
        this.store = store;
        this.home = home.toAbsolutePath().normalize().toString();
    }

    private record Numbered(long number, FeedbackEntry entry) {}

    void add(FeedbackEntry entry) {
        store.call(handle -> handle.createUpdate("""
                        insert into feedback (id, home, kind, tile, gsd_metres, geometry, crs, radius_metres, object, model,
                            wrong, classes, pixels, comment, said_by, said)
                        values (:id, :home, :kind, :tile, :gsd, :geometry, :crs, :radius, :object, :model,
                            :wrong, :classes, :pixels, :comment, :by, :at)""")
                .bind("id", entry.id())
                .bind("home", home)
                .bind("kind", entry.kind())
                .bind("tile", entry.tile())
                .bind("gsd", entry.gsdMetres())
                .bind(
                        "geometry",
                        entry.geometry() == null ? null : entry.geometry().toString())
                .bind("crs", entry.crs())
                .bind("radius", entry.radiusMetres())
                .bind("object", entry.object())
                .bind("model", entry.model())
                .bind("wrong", entry.wrong())
                .bind("classes", String.join(",", entry.classes()))
                .bind("pixels", entry.pixels())
                .bind("comment", entry.comment())
                .bind("by", entry.by())
                .bind("at", OffsetDateTime.parse(entry.at()))
                .execute());
    }

    Optional<FeedbackEntry> find(String id) {
        return store.call(handle -> handle.createQuery("select * from feedback where home = :home and id = :id")
                .bind("home", home)
                .bind("id", id)
                .map((row, context) -> entry(row))
                .findOne());
    }

    /** The latest first. */
    FeedbackPage list(FeedbackFilter filter) {
        StringBuilder sql = new StringBuilder("select * from feedback where home = :home");
        filter.kind().ifPresent(kind -> sql.append(" and kind = :kind"));
        filter.tile().ifPresent(tile -> sql.append(" and tile = :tile"));
        filter.wrong().ifPresent(wrong -> sql.append(" and wrong = :wrong"));
        filter.before().ifPresent(number -> sql.append(" and number < :before"));
        sql.append(" order by number desc limit :limit");
        List<Numbered> found = store.call(handle -> {
            Query query = handle.createQuery(sql.toString()).bind("home", home).bind("limit", filter.limit() + 1);
            filter.kind().ifPresent(kind -> query.bind("kind", kind));
            filter.tile().ifPresent(tile -> query.bind("tile", tile));
            filter.wrong().ifPresent(wrong -> query.bind("wrong", wrong));
            filter.before().ifPresent(number -> query.bind("before", number));
            return query.map((row, context) -> new Numbered(row.getLong("number"), entry(row)))
                    .list();
        });
        boolean more = found.size() > filter.limit();
        List<Numbered> page = found.subList(0, Math.min(found.size(), filter.limit()));
        return new FeedbackPage(
                page.stream().map(Numbered::entry).toList(),
                more ? page.get(page.size() - 1).number() : null);
    }

    /** Everything about a tile, in the order in which it was said. */
    List<FeedbackEntry> about(String tile) {
        return store.call(handle -> handle.createQuery(
                        "select * from feedback where home = :home and tile = :tile order by number")
                .bind("home", home)
                .bind("tile", tile)
                .map((row, context) -> entry(row))
                .list());
    }

    /** The tiles that something was said about. */
    List<String> tiles() {
        return store.call(
                handle -> handle.createQuery("select distinct tile from feedback where home = :home order by tile")
                        .bind("home", home)
                        .mapTo(String.class)
                        .list());
    }

    /** Returns whether there was such an entry. */
    boolean delete(String id) {
        return store.call(handle -> handle.createUpdate("delete from feedback where home = :home and id = :id")
                        .bind("home", home)
                        .bind("id", id)
                        .execute())
                > 0;
    }

    private static FeedbackEntry entry(ResultSet row) throws SQLException {
        String classes = row.getString("classes");
        double radius = row.getDouble("radius_metres");
        boolean hasRadius = !row.wasNull();
        return new FeedbackEntry(
                row.getString("id"),
                row.getString("kind"),
                row.getString("tile"),
                row.getDouble("gsd_metres"),
                json(row.getString("geometry")),
                row.getString("crs"),
                hasRadius ? radius : null,
                row.getString("object"),
                row.getString("model"),
                row.getString("wrong"),
                classes.isEmpty() ? new ArrayList<>() : List.of(classes.split(",")),
                row.getLong("pixels"),
                row.getString("comment"),
                row.getString("said_by"),
                row.getObject("said", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toString());
    }

    private static JsonNode json(String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A geometry in the database is damaged", damaged);
        }
    }
}
