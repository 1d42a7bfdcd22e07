package io.treehouse.inference.settlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Polygon;

/** Finds settlements in cells. Immutable and thread-safe. */
final class SettlementFinder {
    private static final int[] COARSER_CELLS = {2, 4};

    private final SettlementRule rule;
    private final double minimumM2;

    /** @param minimumM2 area of cells below which there is no settlement */
    SettlementFinder(SettlementRule rule, double minimumM2) {
        this.rule = rule;
        this.minimumM2 = minimumM2;
    }

    /**
     * The settlements, the largest first.
     *
     * @param outlines receives each with its outline in pixels of the grid
     */
    List<Settlement> find(CellGrid grid, BiConsumer<Settlement, Polygon> outlines) {
        SettlementOutline outline = new SettlementOutline(grid, rule.outlineMarginM());
        List<Settlement> settlements = new ArrayList<>();
        for (SettlementTally tally : tallies(grid, rule)) {
            Polygon metric = outline.metric(tally.runs());
            Settlement settlement = tally.settlement(metric.getArea());
            settlements.add(settlement);
            outlines.accept(settlement, outline.inPixels(metric));
        }
        return settlements;
    }

    /** How number and area depend on the parameters and on the size of the cells. */
    List<Sensitivity> sensitivity(CellGrid grid) {
        List<Sensitivity> figures = new ArrayList<>();
        rule.variants()
                .forEach(variant ->
                        figures.add(summary(variant.parameter(), variant.value(), tallies(grid, variant.rule()))));
        figures.add(summary("cellM", grid.cellM(), tallies(grid, rule)));
        for (int factor : COARSER_CELLS) {
            CellGrid coarser = grid.coarser(factor);
            figures.add(summary("cellM", coarser.cellM(), tallies(coarser, rule)));
        }
        return figures;
    }

    private List<SettlementTally> tallies(CellGrid grid, SettlementRule applied) {
        SettlementCells found = applied.apply(grid);
        Map<Integer, SettlementTally> tallies = new LinkedHashMap<>();
        for (int cell = 0; cell < grid.cells(); cell++) {
            int label = found.labels()[cell];
            if (label >= 0) {
                tallies.computeIfAbsent(label, first -> new SettlementTally()).add(grid, cell, found.zoning()[cell]);
            }
        }
        return tallies.values().stream()
                .filter(tally -> tally.areaM2() >= minimumM2)
                .sorted(Comparator.comparingDouble(SettlementTally::areaM2).reversed())
                .toList();
    }

    private static Sensitivity summary(String parameter, double value, List<SettlementTally> tallies) {
        double areaM2 = tallies.stream().mapToDouble(SettlementTally::areaM2).sum();
        return new Sensitivity(
                parameter,
                value,
                tallies.size(),
                areaM2,
                tallies.stream().mapToDouble(SettlementTally::builtUpM2).sum(),
                tallies.isEmpty() ? null : tallies.get(0).areaM2() / areaM2);
    }
}
