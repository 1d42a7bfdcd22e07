package io.treehouse.inference.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.treehouse.datasets.document.DocumentSchema;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.carbon.Site;
import io.treehouse.inference.carbon.document.RequestParts;
import io.treehouse.inference.carbon.document.ResultReader;
import io.treehouse.inference.carbon.document.SiteReader;
import io.treehouse.inference.compare.ChangeSample.Change;
import io.treehouse.inference.compare.ChangeSample.Point;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON that says how to compare. Thread-safe. */
public final class ComparisonDocument {
    private static final DocumentSchema SCHEMA =
            DocumentSchema.ofResource(ComparisonDocument.class, "comparison-request.schema.json");

    private ComparisonDocument() {}

    /**
     * Reads a request.
     *
     * @throws InputProblem if it does not have the right form, says everything that is wrong with it
     */
    public static ComparisonRequest read(JsonNode document) {
        RequestParts.require(SCHEMA, document, "request for a comparison");
        Site common = RequestParts.site(document);
        return new ComparisonRequest(
                state("before", document.path("before"), common),
                state("after", document.path("after"), common),
                RequestParts.coefficients(document),
                RequestParts.settings(document),
                RequestParts.assumedError(document),
                document.path("errorCorrelation").asDouble(0),
                document.path("objectOverlap").asDouble(0.5),
                sample(document.path("changeSample")));
    }

    /** The JSON Schema of requests. */
    public static JsonNode schema() {
        return SCHEMA.text();
    }

    private static State state(String name, JsonNode state, Site common) {
        Site own = SiteReader.read(state.path("site"), name);
        return new State(
                state.has("result") ? Optional.of(ResultReader.read(state.get("result"), name)) : Optional.empty(),
                common.with(own));
    }

    private static Optional<ChangeSample> sample(JsonNode points) {
        if (points instanceof MissingNode) {
            return Optional.empty();
        }
        Map<Point, Long> counts = new HashMap<>();
        for (JsonNode point : points) {
            counts.merge(
                    new Point(
                            change(point, "mapBefore", "mapAfter"), change(point, "referenceBefore", "referenceAfter")),
                    point.path("points").asLong(1),
                    Long::sum);
        }
        return Optional.of(new ChangeSample(counts));
    }

    private static Change change(JsonNode point, String before, String after) {
        return new Change(
                SurfaceClass.ofLabel(point.get(before).asText()),
                SurfaceClass.ofLabel(point.get(after).asText()));
    }
}
