package io.treehouse.server.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.treehouse.datasets.document.DocumentSchema;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.registry.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What somebody says of a place or an object.
 *
 * @param geometry GeoJSON geometry of the place; empty for an object
 * @param crs CRS of the geometry, or {@link #PIXELS}; empty if not said
 * @param radiusMetres how far around a point it reaches
 * @param object id of the object; empty for a place
 * @param model the version that made the answer; empty for the one that serves
 * @param wrong the class that is not there
 * @param right the classes of which one is there; empty if not known
 * @param comment in words; may be empty
 * @param tile the tile that was sent before; empty if it comes along
 */
record FeedbackDocument(
        Optional<JsonNode> geometry,
        Optional<String> crs,
        double radiusMetres,
        Optional<String> object,
        Optional<ModelId> model,
        Optional<SurfaceClass> wrong,
        List<SurfaceClass> right,
        String comment,
        Optional<String> tile) {
    /** What stands for a CRS where coordinates are pixels of the tile. */
    static final String PIXELS = "pixels";

    private static final DocumentSchema SCHEMA =
            DocumentSchema.ofResource(FeedbackDocument.class, "feedback.schema.json");

    private static final double RADIUS_METRES = 2;

    /** Some ten thousand corners; the database keeps texts of up to a million characters. */
    private static final int MOST_CHARACTERS = 500_000;

    /** The JSON Schema of the documents. */
    static JsonNode schema() {
        return SCHEMA.text();
    }

    /** @throws InputProblem with all that is wrong with the document */
    static FeedbackDocument of(JsonNode document) {
        List<String> faults = SCHEMA.faults(document);
        if (!faults.isEmpty()) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The feedback is not valid. " + String.join(". ", faults),
                    "GET /v1/schemas/FeedbackRequest tells what it may hold.");
        }
        List<SurfaceClass> right = new ArrayList<>();
        document.path("right").forEach(label -> right.add(SurfaceClass.ofLabel(label.asText())));
        FeedbackDocument feedback = new FeedbackDocument(
                Optional.ofNullable(document.get("geometry")),
                text(document, "crs"),
                document.path("radiusMetres").asDouble(RADIUS_METRES),
                text(document, "object"),
                text(document, "model").map(ModelId::parse),
                text(document, "wrong").map(SurfaceClass::ofLabel),
                right,
                document.path("comment").asText(""),
                text(document, "tile"));
        feedback.check();
        return feedback;
    }

    private static Optional<String> text(JsonNode document, String member) {
        return Optional.ofNullable(document.get(member))
                .filter(value -> !(value instanceof NullNode))
                .map(JsonNode::asText);
    }

    private void check() {
        if (geometry.isPresent() && geometry.get().toString().length() > MOST_CHARACTERS) {
            throw new InputProblem(
                    Kind.TOO_LARGE,
                    "The geometry has more than " + MOST_CHARACTERS + " characters.",
                    "Send fewer or simpler polygons, or a corrected class map to POST /v1/corrections.");
        }
        if (geometry.isPresent() && wrong.isEmpty() && right.isEmpty()) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The feedback says neither what is wrong at the place nor what is right.",
                    "Give 'right', 'wrong', or both.");
        }
        if (wrong.isPresent() && right.contains(wrong.get())) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The class " + wrong.get().label() + " cannot be wrong and right.",
                    "Take it out of one of both.");
        }
    }

    /**
     * What the pixels of the place may be: the right classes, or all but the wrong ones.
     *
     * @param answered whether a class is one that the object was taken for; false of all for a place
     */
    ClassSet classes(Predicate<SurfaceClass> answered) {
        if (!right.isEmpty()) {
            return ClassSet.of(right);
        }
        Predicate<SurfaceClass> not = wrong.isPresent() ? wrong.get()::equals : answered;
        return ClassSet.of(
                SurfaceClass.all().stream().filter(Predicate.not(not)).toList());
    }
}
