package io.treehouse.inference.settlement;

import io.treehouse.datasets.raster.GridReference;
import java.util.Optional;
import java.util.function.IntBinaryOperator;

/** Regions of tests, in cells of 10 × 10 m. */
final class CharacterCells {
    private static final double CELL_M = 10;

    private CharacterCells() {}

    /** {@code #} built up, {@code .} open, {@code ?} without imagery. */
    static CellGrid of(String... rows) {
        return of(rows[0].length(), rows.length, (x, y) -> "?.#".indexOf(rows[y].charAt(x)));
    }

    /** 2 built up, 1 open, 0 without imagery. */
    static CellGrid of(int columns, int rows, IntBinaryOperator kind) {
        double[] built = new double[columns * rows];
        double[] valid = new double[columns * rows];
        for (int i = 0; i < built.length; i++) {
            int value = kind.applyAsInt(i % columns, i / columns);
            built[i] = value == 2 ? CELL_M * CELL_M : 0;
            valid[i] = value == 0 ? 0 : CELL_M * CELL_M;
        }
        return new CellGrid(
                new GridReference(columns, rows, Optional.empty(), Optional.empty(), false),
                1,
                columns,
                rows,
                CELL_M,
                CELL_M,
                built,
                valid);
    }
}
