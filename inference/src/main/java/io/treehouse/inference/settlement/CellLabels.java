package io.treehouse.inference.settlement;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Cells joined to groups (union-find, Tarjan 1975). Not thread-safe.
 *
 * <p>Cells that do not belong to any group have no label.
 */
final class CellLabels {
    private final CellGrid grid;
    private final int[] parent;

    private CellLabels(CellGrid grid) {
        this.grid = grid;
        parent = new int[grid.cells()];
        Arrays.fill(parent, -1);
    }

    /** Cells joined where their centres are no farther apart than the disc's radius. */
    static CellLabels within(CellGrid grid, IntPredicate member, Disc disc) {
        CellLabels labels = new CellLabels(grid);
        for (int cell = 0; cell < grid.cells(); cell++) {
            labels.parent[cell] = member.test(cell) ? cell : -1;
        }
        for (int cell = 0; cell < grid.cells(); cell++) {
            if (labels.parent[cell] >= 0) {
                labels.joinAbove(cell, disc);
            }
        }
        return labels;
    }

    /** Cells joined where they share an edge. */
    static CellLabels touching(CellGrid grid, IntPredicate member) {
        // one row up and down without sideways reach, one column left and right
        return within(grid, member, new Disc(new int[] {0, 1, 0}));
    }

    /** Joins a cell to the members of its disc that come before it, which are half of the disc. */
    private void joinAbove(int cell, Disc disc) {
        int x = cell % grid.columns();
        int y = cell / grid.columns();
        for (int dy = -Math.min(disc.rows(), y); dy <= 0; dy++) {
            int reach = disc.reach()[dy + disc.rows()];
            int last = dy == 0 ? x - 1 : Math.min(grid.columns() - 1, x + reach);
            int line = (y + dy) * grid.columns();
            for (int column = Math.max(0, x - reach); column <= last; column++) {
                if (parent[line + column] >= 0) {
                    union(line + column, cell);
                }
            }
        }
    }

    private void union(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        // The first cell in reading order names the group, whatever the order of work.
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private int root(int cell) {
        int root = cell;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** The first cell of a cell's group; -1 if it belongs to none. */
    int label(int cell) {
        return parent[cell] < 0 ? -1 : root(cell);
    }
}
