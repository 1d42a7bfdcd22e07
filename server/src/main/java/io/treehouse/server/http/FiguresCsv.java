package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The figures of a classification as comma separated values (RFC 4180): a line a class of the tile and of each zone. */
final class FiguresCsv {
    static final String MEDIA_TYPE = "text/csv; charset=utf-8";

    private static final List<String> COVER = List.of("pixels", "fraction", "areaM2", "meanConfidence");
    private static final List<String> CORRECTED = List.of("areaM2", "low95M2", "high95M2");
    private static final String HEADER =
            "place,class,pixels,fraction,areaM2,meanConfidence,correctedAreaM2,low95M2,high95M2,estimatedTogetherWith";
    private static final String END = "\r\n";

    private FiguresCsv() {}

    /**
     * The table.
     *
     * @param answer a classification
     * @param name what the tile is called if its sender did not say
     */
    static String of(JsonNode answer, String name) {
        StringBuilder table = new StringBuilder(HEADER).append(END);
        lines(table, answer.path("id").asText(name), answer);
        for (JsonNode zone : answer.path("zones")) {
            lines(table, zone.path("name").asText(zone.path("id").asText()), zone);
        }
        return table.toString();
    }

    private static void lines(StringBuilder table, String place, JsonNode figures) {
        figures.path("classes").properties().forEach(cover -> {
            List<String> cells = new ArrayList<>(List.of(unlikeFormula(place), cover.getKey()));
            COVER.forEach(figure -> cells.add(cover.getValue().path(figure).asText("")));
            JsonNode estimate = estimate(figures, cover.getKey());
            CORRECTED.forEach(
                    figure -> cells.add(estimate.path("corrected").path(figure).asText("")));
            cells.add(others(estimate, cover.getKey()));
            table.append(cells.stream().map(FiguresCsv::quoted).collect(Collectors.joining(",")))
                    .append(END);
        });
    }

    private static JsonNode estimate(JsonNode figures, String label) {
        for (JsonNode estimate : figures.path("areaEstimates").path("classes")) {
            for (JsonNode member : estimate.path("classes")) {
                if (member.asText().equals(label)) {
                    return estimate;
                }
            }
        }
        return figures.path("areaEstimates").path("none");
    }

    private static String others(JsonNode estimate, String label) {
        return StreamSupport.stream(estimate.path("classes").spliterator(), false)
                .map(JsonNode::asText)
                .filter(member -> !member.equals(label))
                .collect(Collectors.joining(" "));
    }

    /** Spreadsheets must not take a name for a formula. */
    private static String unlikeFormula(String name) {
        return !name.isEmpty() && "=+@-".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
