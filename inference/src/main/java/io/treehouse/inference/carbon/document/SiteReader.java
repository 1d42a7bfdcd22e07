package io.treehouse.inference.carbon.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.Missing;
import io.treehouse.inference.carbon.Site;
import io.treehouse.inference.carbon.SiteNumber;
import io.treehouse.inference.carbon.coefficient.Condition;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.propagation.Distribution;
import io.treehouse.inference.propagation.Quantity;
import java.util.EnumMap;
import java.util.Map;

/** Reads what the user says of a place, from JSON that the schema has accepted. Thread-safe. */
public final class SiteReader {
    private SiteReader() {}

    /**
     * Reads a place.
     *
     * @param place the JSON object
     * @param zoneId the zone that it is said of; empty for all zones together, whose numbers then share their errors
     * @throws InputProblem if it names what does not exist
     */
    public static Site read(JsonNode place, String zoneId) {
        Map<Condition, String> conditions = new EnumMap<>(Condition.class);
        for (Condition condition : Condition.values()) {
            if (place.has(condition.label())) {
                conditions.put(condition, place.get(condition.label()).asText());
            }
        }
        Map<SiteNumber, Quantity> numbers = new EnumMap<>(SiteNumber.class);
        for (SiteNumber number : SiteNumber.values()) {
            if (place.has(number.label())) {
                String name = zoneId.isEmpty() ? number.label() : number.label() + "/" + zoneId;
                numbers.put(number, Quantity.independent(name, distribution(place.get(number.label()))));
            }
        }
        return new Site(conditions, numbers, missing(place.path("notationKeys")));
    }

    private static Distribution distribution(JsonNode number) {
        if (number.isNumber()) {
            return new Distribution.Exact(number.asDouble());
        }
        double error = number.path("standardError").asDouble(0);
        double value = number.get("value").asDouble();
        return error == 0 ? new Distribution.Exact(value) : new Distribution.Normal(value, error);
    }

    private static Map<Flow, Missing> missing(JsonNode keys) {
        Map<Flow, Missing> missing = new EnumMap<>(Flow.class);
        keys.fields().forEachRemaining(entry -> {
            Flow flow = Flow.ofLabel(entry.getKey()).orElseThrow(() -> unknown(entry.getKey()));
            missing.put(
                    flow,
                    new Missing(
                            NotationKey.valueOf(entry.getValue().get("key").asText()),
                            entry.getValue().get("reason").asText()));
        });
        return missing;
    }

    private static InputProblem unknown(String flow) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "notationKeys names '" + flow + "', which is no figure",
                "The figures are those of docs/carbon.md, such as building_operation");
    }
}
