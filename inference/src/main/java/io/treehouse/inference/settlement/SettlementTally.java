package io.treehouse.inference.settlement;

import java.util.ArrayList;
import java.util.List;

/** What the cells of one settlement add up to. Not thread-safe. */
final class SettlementTally {
    /**
     * Neighbouring cells of a row.
     *
     * @param row row of cells
     * @param start first column
     * @param end column after the last
     */
    record Run(int row, int start, int end) {}

    private final List<Run> runs = new ArrayList<>();
    private double builtUpM2;
    private double areaM2;
    private double urbanM2;
    private double suburbanM2;
    private boolean touchesEdge;

    void add(CellGrid grid, int cell, Zoning zoning) {
        int row = cell / grid.columns();
        int column = cell % grid.columns();
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.row() == row && last.end() == column) {
            runs.set(runs.size() - 1, new Run(row, last.start(), column + 1));
        } else {
            runs.add(new Run(row, column, column + 1));
        }
        builtUpM2 += grid.builtM2()[cell];
        areaM2 += grid.validM2()[cell];
        urbanM2 += zoning == Zoning.URBAN ? grid.validM2()[cell] : 0;
        suburbanM2 += zoning == Zoning.SUBURBAN ? grid.validM2()[cell] : 0;
        touchesEdge |= grid.isAtEdge(cell);
    }

    double areaM2() {
        return areaM2;
    }

    double builtUpM2() {
        return builtUpM2;
    }

    List<Run> runs() {
        return runs;
    }

    Settlement settlement(double outlineM2) {
        Run first = runs.get(0);
        return new Settlement(
                "settlement_" + first.start() + "_" + first.row(),
                builtUpM2,
                areaM2,
                urbanM2,
                suburbanM2,
                areaM2 - urbanM2 - suburbanM2,
                outlineM2,
                touchesEdge);
    }
}
