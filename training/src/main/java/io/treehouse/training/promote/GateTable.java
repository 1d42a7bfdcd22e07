package io.treehouse.training.promote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** The figures behind a decision for people: before and after, by class and by data set, in percent. */
public final class GateTable {
    private static final Map<String, String> PARTS = Map.of(
            "validation", "Validation places",
            "new", "New places",
            "locked", "Locked places, which decide nothing");
    private static final double PERCENT = 100;

    private GateTable() {}

    /** Tables in Markdown of a document that the gate has written. */
    public static String markdown(JsonNode figures) {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {"new", "validation", "locked"}) {
            if (!figures.path(part).path("sets").isEmpty()) {
                append(text, PARTS.get(part), figures.get(part));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String title, JsonNode part) {
        text.append("## ").append(title).append("\n\n| intersection over union | before | after | difference |\n");
        text.append("|---|---|---|---|\n");
        row(
                text,
                "mean",
                part.path("meanIouBefore").asDouble(),
                part.path("meanIouAfter").asDouble());
        part.path("sets").properties().forEach(set -> row(text, set));
        part.path("classes").properties().forEach(row -> row(text, row));
        text.append('\n');
    }

    private static void row(StringBuilder text, Map.Entry<String, JsonNode> row) {
        row(
                text,
                "`" + row.getKey() + "`",
                row.getValue().path("before").asDouble(),
                row.getValue().path("after").asDouble());
    }

    private static void row(StringBuilder text, String name, double before, double after) {
        text.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %+.1f |%n",
                name,
                PERCENT * before,
                PERCENT * after,
                PERCENT * (after - before)));
    }
}
