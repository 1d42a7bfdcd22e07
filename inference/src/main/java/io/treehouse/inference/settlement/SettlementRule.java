package io.treehouse.inference.settlement;

import java.util.List;
import java.util.Map;

/** A published rule that says which cells are one settlement. Implementations are immutable and thread-safe. */
public sealed interface SettlementRule permits AtlasRule, ClusteringRule {
    /** Published name, such as {@code atlas}. */
    String label();

    /** Its parameters by their names, which end in the unit. */
    Map<String, Double> parameters();

    /** Author and year. */
    String source();

    /** The same rule with one parameter changed at a time, around its own. */
    List<Variant> variants();

    /** Applies it. */
    SettlementCells apply(CellGrid grid);

    /** Distance around its cells that a settlement's outline includes, in metres. */
    double outlineMarginM();

    /**
     * A rule with one parameter changed.
     *
     * @param parameter name of the parameter
     * @param value its value
     * @param rule the rule
     */
    record Variant(String parameter, double value, SettlementRule rule) {}
}
