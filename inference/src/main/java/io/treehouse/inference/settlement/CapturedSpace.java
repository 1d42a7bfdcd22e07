package io.treehouse.inference.settlement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Open ground that settlements enclose. Not thread-safe. */
final class CapturedSpace {
    private final CellGrid grid;
    private final Zoning[] zoning;
    private final Map<Integer, Double> areasM2 = new HashMap<>();
    private final Set<Integer> open = new HashSet<>();

    CapturedSpace(CellGrid grid, Zoning[] zoning) {
        this.grid = grid;
        this.zoning = zoning;
    }

    /** Marks enclosed patches smaller than an area. Patches that reach the edge of the imagery may go on there: no. */
    void mark(double smallerThanM2) {
        CellLabels patches =
                CellLabels.touching(grid, cell -> grid.isValid(cell) && !AtlasRule.isSettlement(zoning[cell]));
        for (int cell = 0; cell < grid.cells(); cell++) {
            int patch = patches.label(cell);
            if (patch >= 0) {
                areasM2.merge(patch, grid.validM2()[cell], Double::sum);
                if (grid.isAtEdge(cell)) {
                    open.add(patch);
                }
            }
        }
        for (int cell = 0; cell < grid.cells(); cell++) {
            int patch = patches.label(cell);
            if (patch >= 0 && !open.contains(patch) && areasM2.get(patch) < smallerThanM2) {
                zoning[cell] = Zoning.CAPTURED_OPEN;
            }
        }
    }
}
