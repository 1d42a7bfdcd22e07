package io.treehouse.inference.settlement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * City Clustering Algorithm (Rozenfeld et al. 2008, PNAS 105(48), 18702–18707) on built-up cells: those whose centres are no
 * farther apart than a distance belong to one settlement.
 *
 * @param distanceM the distance s in metres
 */
public record ClusteringRule(double distanceM) implements SettlementRule {
    public ClusteringRule {
        if (!(distanceM > 0 && distanceM <= 10_000)) {
            throw new IllegalArgumentException("the distance lies above 0 and up to 10000 m, not " + distanceM);
        }
    }

    @Override
    public String label() {
        return "clustering";
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of("distanceM", distanceM);
    }

    @Override
    public String source() {
        return "Rozenfeld, Rybski, Andrade, Batty, Stanley and Makse 2008, PNAS 105(48), 18702-18707";
    }

    @Override
    public List<Variant> variants() {
        return DoubleStream.of(0.25, 0.5, 1, 2, 4)
                .map(factor -> factor * distanceM)
                .filter(distance -> distance <= 10_000)
                .mapToObj(distance -> new Variant("distanceM", distance, new ClusteringRule(distance)))
                .toList();
    }

    @Override
    public SettlementCells apply(CellGrid grid) {
        CellLabels groups = CellLabels.within(grid, grid::isBuilt, Disc.of(grid, distanceM));
        Zoning[] zoning = new Zoning[grid.cells()];
        Arrays.setAll(zoning, cell -> grid.isBuilt(cell) ? Zoning.URBAN : Zoning.OUTSIDE);
        int[] labels = new int[grid.cells()];
        Arrays.setAll(labels, groups::label);
        return new SettlementCells(zoning, labels);
    }

    /** Half of the distance: outlines of different settlements then do not meet, and each is in one piece. */
    @Override
    public double outlineMarginM() {
        return distanceM / 2;
    }
}
