package io.treehouse.inference.carbon.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.document.DocumentSchema;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.carbon.Site;
import io.treehouse.inference.carbon.TreeMethod;
import io.treehouse.inference.carbon.coefficient.CoefficientSet;
import io.treehouse.inference.carbon.coefficient.CoefficientSets;
import io.treehouse.inference.carbon.estimate.EstimateRequest.Settings;
import io.treehouse.inference.propagation.MonteCarlo;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The parts that requests for estimates and for comparisons share. Thread-safe. */
public final class RequestParts {
    private static final int MOST_TOLD = 20;

    private RequestParts() {}

    /**
     * Checks a request.
     *
     * @param name what it is, such as {@code request for an estimate}
     * @throws InputProblem if it does not follow the schema; tells the first faults
     */
    public static void require(DocumentSchema schema, JsonNode document, String name) {
        List<String> faults = schema.faults(document);
        if (!faults.isEmpty()) {
            String more = faults.size() > MOST_TOLD ? "; and " + (faults.size() - MOST_TOLD) + " more" : "";
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The " + name + " cannot be used: "
                            + String.join("; ", faults.subList(0, Math.min(MOST_TOLD, faults.size()))) + more,
                    "Correct it; /openapi.json has its schema and docs/carbon.md examples");
        }
    }

    /** Standard error of areas that have none, in percent of the area. */
    public static OptionalDouble assumedError(JsonNode document) {
        JsonNode percent = document.path("assumedAreaStandardErrorPercent");
        return percent.isNumber() ? OptionalDouble.of(percent.asDouble()) : OptionalDouble.empty();
    }

    /** The coefficients that are sent, or the shipped ones. */
    public static CoefficientSet coefficients(JsonNode document) {
        return document.has("coefficients")
                ? CoefficientSets.parse(document.get("coefficients"), "coefficient set")
                : CoefficientSets.shipped();
    }

    /** What is known of the whole place. */
    public static Site site(JsonNode document) {
        return Site.UNKNOWN.with(SiteReader.read(document.path("site"), ""));
    }

    /** How to estimate. */
    public static Settings settings(JsonNode document) {
        return new Settings(
                TreeMethod.valueOf(
                        document.path("treeMethod").asText("gross_and_ratio").toUpperCase(Locale.ROOT)),
                document.path("draws").asInt(MonteCarlo.MINIMUM_DRAWS),
                document.path("seed").asLong(1));
    }
}
