package io.treehouse.inference.carbon.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.document.DocumentSchema;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.carbon.Site;
import io.treehouse.inference.carbon.Zone;
import io.treehouse.inference.carbon.estimate.EstimateRequest;
import io.treehouse.inference.carbon.estimate.EstimateRequest.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON that asks for an estimate. Thread-safe. */
public final class EstimateDocument {
    private static final DocumentSchema SCHEMA =
            DocumentSchema.ofResource(EstimateDocument.class, "estimate-request.schema.json");

    /** Drawing a million figures ten thousand times takes minutes; more is for the command line in parts. */
    private static final long MOST_DRAWN_ZONES = 100_000_000;

    private EstimateDocument() {}

    /**
     * Reads a request.
     *
     * @throws InputProblem if it does not have the right form, says everything that is wrong with it
     */
    public static EstimateRequest read(JsonNode document) {
        RequestParts.require(SCHEMA, document, "request for an estimate");
        List<ClassifiedResult> results = results(document.get("results"));
        ZoneBuilder builder = new ZoneBuilder("present", RequestParts.assumedError(document), 0);
        List<Zone> zones = builder.zones(results);
        Settings settings = RequestParts.settings(document);
        requireFeasible(zones.size(), settings.draws());
        return new EstimateRequest(
                zones,
                results.stream().map(ClassifiedResult::provenance).toList(),
                RequestParts.coefficients(document),
                RequestParts.site(document),
                zoneSites(document, zones),
                settings,
                builder.warnings(results, zones));
    }

    /** The JSON Schema of requests. */
    public static JsonNode schema() {
        return SCHEMA.text();
    }

    private static List<ClassifiedResult> results(JsonNode documents) {
        List<ClassifiedResult> results = new ArrayList<>();
        for (JsonNode document : documents) {
            results.add(ResultReader.read(document, ResultReader.id(document, results.size() + 1)));
        }
        return results;
    }

    private static Map<String, Site> zoneSites(JsonNode document, List<Zone> zones) {
        Map<String, Site> sites = new LinkedHashMap<>();
        document.path("zones").fields().forEachRemaining(entry -> {
            if (zones.stream().noneMatch(zone -> zone.id().equals(entry.getKey()))) {
                throw new InputProblem(
                        Kind.INVALID_DOCUMENT,
                        "'zones' says something of '" + entry.getKey() + "', which is no zone of the results",
                        "Use the ids of the results' zones, or of the results where they have none");
            }
            sites.put(entry.getKey(), SiteReader.read(entry.getValue(), entry.getKey()));
        });
        return sites;
    }

    private static void requireFeasible(int zones, int draws) {
        if ((long) zones * draws > MOST_DRAWN_ZONES) {
            throw new InputProblem(
                    Kind.TOO_LARGE,
                    "%d zones with %d draws each are more than one request computes".formatted(zones, draws),
                    "Zones times draws may be " + MOST_DRAWN_ZONES + ": send fewer of either");
        }
    }
}
