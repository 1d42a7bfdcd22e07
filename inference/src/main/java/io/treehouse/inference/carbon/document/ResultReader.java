package io.treehouse.inference.carbon.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.carbon.estimate.ResultProvenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what an estimate takes from the JSON of a classification, and nothing else of it: members that are added to it
 * later do no harm. Immutable and thread-safe.
 */
public final class ResultReader {
    /** Surface of the Earth (Moritz 2000, GRS 80): sums and products of greater areas would soon be no numbers. */
    private static final double EARTH_M2 = 5.100_656e14;

    private ResultReader() {}

    /**
     * Reads a result.
     *
     * @param name what to call it if it has no id
     * @throws InputProblem if it is no classification, or has no areas
     */
    public static ClassifiedResult read(JsonNode document, String name) {
        String id = id(document, name);
        Map<String, Boolean> sharedErrors = new LinkedHashMap<>();
        document.path("areaMethods")
                .forEach(method -> sharedErrors.put(
                        method.path("name").asText(),
                        method.path("correlatedBetweenZones").asBoolean(true)));
        List<MeasuredZone> zones = new ArrayList<>();
        for (JsonNode zone : document.path("zones")) {
            String zoneId = zone.path("id").asText("");
            if (zoneId.isEmpty()) {
                throw invalid(id, "a zone has no id");
            }
            zones.add(zone(zoneId, zone, sharedErrors));
        }
        return new ClassifiedResult(zone(id, document, sharedErrors), zones, provenance(id, document, sharedErrors));
    }

    private static String id(JsonNode document, String name) {
        return document.path("id").isTextual() ? document.get("id").asText() : name;
    }

    /**
     * What a result among several is called.
     *
     * @param number its place among them, from 1
     */
    public static String id(JsonNode document, int number) {
        return id(document, "result-" + number);
    }

    private static MeasuredZone zone(String id, JsonNode node, Map<String, Boolean> sharedErrors) {
        Map<SurfaceClass, MeasuredArea> areas = new LinkedHashMap<>();
        for (SurfaceClass surface : SurfaceClass.all()) {
            areas.put(surface, area(id, surface, node, sharedErrors));
        }
        return new MeasuredZone(
                id,
                node.path("name").asText(null),
                number(id, node.path("valid").path("areaM2"), "valid.areaM2"),
                seenShare(node),
                areas);
    }

    /** Ground without imagery on one tile is often shown by its neighbour. */
    private static double seenShare(JsonNode node) {
        double validM2 = node.path("valid").path("areaM2").asDouble();
        double nodataM2 = node.path("nodata").path("areaM2").asDouble();
        return validM2 > 0 ? node.path("shareOnTile").asDouble() * validM2 / (validM2 + nodataM2) : 0;
    }

    private static MeasuredArea area(
            String id, SurfaceClass surface, JsonNode node, Map<String, Boolean> sharedErrors) {
        String place = "classes." + surface.label() + ".areaM2";
        double countedM2 = number(id, node.path("classes").path(surface.label()).path("areaM2"), place);
        JsonNode estimates = node.path("areaEstimates");
        String method = estimates.path("method").asText();
        for (JsonNode entry : estimates.path("classes")) {
            if (entry.path("classes").size() == 1
                    && entry.path("classes").get(0).asText().equals(surface.label())) {
                JsonNode corrected = entry.path("corrected");
                return new MeasuredArea(
                        countedM2,
                        Optional.of(new MeasuredArea.Corrected(
                                number(id, corrected.path("areaM2"), "areaEstimates.corrected.areaM2"),
                                number(
                                        id,
                                        corrected.path("standardErrorM2"),
                                        "areaEstimates.corrected.standardErrorM2"),
                                method.equals("design_based"),
                                sharedErrors.getOrDefault(method, true))));
            }
        }
        return new MeasuredArea(countedM2, Optional.empty());
    }

    private static double number(String id, JsonNode node, String place) {
        if (!node.isNumber()) {
            throw invalid(id, place + " is no number");
        }
        double value = node.asDouble();
        if (!(value >= 0 && value <= EARTH_M2)) {
            throw invalid(id, place + " is " + value + ", not 0 to the area of the Earth");
        }
        return value;
    }

    private static ResultProvenance provenance(String id, JsonNode document, Map<String, Boolean> methods) {
        JsonNode model = document.path("model");
        return new ResultProvenance(
                id,
                document.path("date").asText(null),
                model.path("name").asText(null),
                model.path("version").asText(null),
                model.path("sha256").asText(null),
                document.path("gsdMetres").isNumber()
                        ? document.get("gsdMetres").asDouble()
                        : null,
                document.path("crs").asText(null),
                document.path("programVersion").asText(null),
                List.copyOf(methods.keySet()),
                DocumentHash.sha256(document));
    }

    private static InputProblem invalid(String id, String detail) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The result '" + id + "' cannot be used: " + detail,
                "Give the JSON of POST /v1/tiles or of classify, of a tile whose ground sampling distance is known");
    }
}
