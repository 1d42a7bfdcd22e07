package io.treehouse.inference.carbon.coefficient;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.inference.carbon.coefficient.Coefficient.Absent;
import io.treehouse.inference.carbon.coefficient.Coefficient.Content;
import io.treehouse.inference.carbon.coefficient.Coefficient.Value;
import io.treehouse.inference.propagation.Distribution;
import io.treehouse.inference.propagation.NormalScores;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a document that the schema has accepted into coefficients.
 *
 * @param coefficients those that make sense
 * @param faults what makes none, each with the id of its coefficient
 */
record CoefficientDocument(List<Coefficient> coefficients, List<String> faults) {
    static CoefficientDocument of(JsonNode document) {
        List<Coefficient> coefficients = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (JsonNode node : document.get("coefficients")) {
            try {
                coefficients.add(coefficient(node));
            } catch (IllegalArgumentException fault) {
                faults.add(node.get("id").asText() + ": " + fault.getMessage());
            }
        }
        return new CoefficientDocument(coefficients, faults);
    }

    private static Coefficient coefficient(JsonNode node) {
        String role = node.get("role").asText();
        return new Coefficient(
                node.get("id").asText(),
                Role.ofLabel(role)
                        .orElseThrow(() -> new IllegalArgumentException("no formula has a role '" + role + "'")),
                content(node),
                conditions(node.path("applies")),
                node.get("applicability").asText(),
                node.get("source").asText(),
                node.get("confirmed").asBoolean(),
                node.path("note").asText(""));
    }

    private static Content content(JsonNode node) {
        if (node.has("notationKey")) {
            return new Absent(
                    NotationKey.valueOf(node.get("notationKey").asText()),
                    node.get("reason").asText());
        }
        double value = node.get("value").asDouble();
        Distribution distribution = distribution(value, node.get("distribution"));
        Coefficient.requireMean(value, distribution);
        return new Value(CoefficientUnit.parse(node.get("unit").asText()), distribution);
    }

    private static Distribution distribution(double value, JsonNode node) {
        return switch (node.get("kind").asText()) {
            case "exact" -> new Distribution.Exact(value);
            case "normal" -> new Distribution.Normal(value, standardDeviation(value, node));
            case "lognormal" -> new Distribution.LogNormal(value, standardDeviation(value, node));
            case "uniform" ->
                new Distribution.Uniform(
                        node.get("low").asDouble(), node.get("high").asDouble());
            case "triangular" ->
                new Distribution.Triangular(
                        node.get("low").asDouble(),
                        node.get("mode").asDouble(),
                        node.get("high").asDouble());
            default -> throw new IllegalArgumentException("no distribution is called '" + node.get("kind") + "'");
        };
    }

    private static double standardDeviation(double value, JsonNode node) {
        return node.get("halfWidth95Percent").asDouble() / 100 * Math.abs(value) / NormalScores.TWO_SIDED_95;
    }

    private static Map<Condition, List<String>> conditions(JsonNode node) {
        Map<Condition, List<String>> conditions = new EnumMap<>(Condition.class);
        node.fields().forEachRemaining(entry -> {
            List<String> values = new ArrayList<>();
            entry.getValue().forEach(value -> values.add(value.asText()));
            conditions.put(Condition.ofLabel(entry.getKey()), values);
        });
        return conditions;
    }
}
