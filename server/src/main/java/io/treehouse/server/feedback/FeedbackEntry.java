package io.treehouse.server.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.document.Known;
import java.util.List;

/**
 * Something that somebody said about an answer. What does not apply is null.
 *
 * @param id identifier
 * @param kind {@code place}, {@code object}, or {@code correction}: a class map that somebody corrected
 * @param tile identifier of the tile that it is about, 64 hexadecimal digits
 * @param gsdMetres ground size of the tile's pixels
 * @param geometry GeoJSON geometry of the place or object
 * @param crs CRS of the geometry, or {@code pixels}
 * @param radiusMetres how far around a point it reaches
 * @param object id of the object
 * @param model NAME@VERSION that made the answer
 * @param wrong the class that is not there
 * @param classes what the pixels may be; several for a correction
 * @param pixels how many pixels of the tile it labels
 * @param comment in words; may be empty
 * @param by who said it
 * @param at when, ISO 8601 in UTC
 */
public record FeedbackEntry(
        @Known String id,
        @Known({"place", "object", "correction"}) String kind,
        @Known String tile,
        double gsdMetres,
        JsonNode geometry,
        String crs,
        Double radiusMetres,
        String object,
        String model,
        String wrong,
        @Known List<String> classes,
        long pixels,
        @Known String comment,
        @Known String by,
        @Known String at) {
    /** Kind of a place. */
    static final String PLACE = "place";

    /** Kind of an object. */
    static final String OBJECT = "object";

    /** Kind of a corrected class map. */
    static final String CORRECTION = "correction";

    public FeedbackEntry {
        classes = List.copyOf(classes);
    }

    /** The same as it is kept. */
    FeedbackEntry kept(String newId, String ofTile, long labelledPixels, String saidBy, String saidAt) {
        return new FeedbackEntry(
                newId,
                kind,
                ofTile,
                gsdMetres,
                geometry,
                crs,
                radiusMetres,
                object,
                model,
                wrong,
                classes,
                labelledPixels,
                comment,
                saidBy,
                saidAt);
    }
}
