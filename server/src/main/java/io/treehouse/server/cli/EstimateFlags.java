package io.treehouse.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What the caller says of a place and of the way to estimate: the members of the API's requests as flags. */
final class EstimateFlags {
    @Option(
            names = "--coefficients",
            paramLabel = "FILE",
            description = "Coefficient set; the shipped one if not given.")
    private Path coefficients;

    @Option(
            names = "--site",
            paramLabel = "FILE",
            description = "JSON with the members site and zones of the API's request; flags win over it.")
    private Path site;

    @Option(names = "--climate-zone", paramLabel = "Z", description = "Climate zone of the IPCC: cool_temperate, …")
    private String climateZone;

    @Option(names = "--water-kind", paramLabel = "K", description = "reservoir, pond or natural.")
    private String waterKind;

    @Option(names = "--water-age", paramLabel = "A", description = "up_to_20_years or older_than_20_years.")
    private String waterAge;

    @Option(names = "--building-use", paramLabel = "U", description = "house, flats, office, institution or other.")
    private String buildingUse;

    @Option(names = "--gwp", paramLabel = "SET", description = "AR5 (if not given) or AR6.")
    private String gwpSet;

    @Option(names = "--storeys", paramLabel = "N[,SE]", description = "Storeys, and their standard error.")
    private String storeys;

    @Option(names = "--lawn-share", paramLabel = "P[,SE]", description = "Share of lawn in the class other, 0 to 1.")
    private String lawnShare;

    @Option(names = "--tree-method", paramLabel = "M", description = "gross_and_ratio (if not given) or crown_cover.")
    private String treeMethod;

    @Option(
            names = "--area-error",
            paramLabel = "PERCENT",
            description = "Standard error of areas whose error the results do not state.")
    private Double areaErrorPercent;

    @Option(names = "--draws", paramLabel = "N", description = "Draws of the Monte Carlo, at least 10000.")
    private Integer draws;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the Monte Carlo. Default: 1.")
    private Long seed;

    /** Adds all that is given to a request. */
    void addTo(ObjectNode request) throws IOException {
        if (coefficients != null) {
            request.set("coefficients", JsonFiles.read(coefficients));
        }
        if (site != null) {
            takeOver(JsonFiles.read(site), request);
        }
        ObjectNode place = request.withObject("/site");
        put(place, "climateZone", climateZone);
        put(place, "waterKind", waterKind);
        put(place, "waterAge", waterAge);
        put(place, "buildingUse", buildingUse);
        put(place, "gwpSet", gwpSet);
        putNumber(place, "storeys", "--storeys", storeys);
        putNumber(place, "lawnShare", "--lawn-share", lawnShare);
        put(request, "treeMethod", treeMethod);
        if (areaErrorPercent != null) {
            request.put("assumedAreaStandardErrorPercent", areaErrorPercent);
        }
        if (draws != null) {
            request.put("draws", draws);
        }
        if (seed != null) {
            request.put("seed", seed);
        }
    }

    private static void takeOver(JsonNode given, ObjectNode request) {
        for (String member : new String[] {"site", "zones"}) {
            if (given.has(member)) {
                request.set(member, given.get(member));
            }
        }
    }

    private static void put(ObjectNode holder, String name, String value) {
        if (value != null) {
            holder.put(name, value);
        }
    }

    private static void putNumber(ObjectNode place, String name, String flag, String given) {
        if (given == null) {
            return;
        }
        String[] parts = given.split(",", 2);
        try {
            ObjectNode number = place.putObject(name).put("value", Double.parseDouble(parts[0]));
            if (parts.length == 2) {
                number.put("standardError", Double.parseDouble(parts[1]));
            }
        } catch (NumberFormatException noNumber) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    flag + " cannot be '" + given + "'",
                    "Give a number, or a number and its standard error such as 3,0.5",
                    noNumber);
        }
    }
}
