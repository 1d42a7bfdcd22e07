package io.treehouse.inference.settlement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PixelAreas;
import io.treehouse.datasets.raster.PlacedClassMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Maps of 2 × 2 pixels of 1 m², in cells of 2 m. */
class CellGridBuilderTest {
    private static final int BUILT = 1;
    private static final int NODATA = 255;
    private static final GroundSampling METRE = new GroundSampling(1, 1, GroundSampling.Source.GEOREFERENCING);

    private final CellGridBuilder builder = new CellGridBuilder(grid(4, 2), METRE, 2);

    private static GridReference grid(int width, int height) {
        return new GridReference(width, height, Optional.empty(), Optional.empty(), false);
    }

    private static PlacedClassMap map(int... codes) {
        return map((x, y) -> 1, codes);
    }

    private static PlacedClassMap map(PixelAreas areas, int... codes) {
        byte[] classes = new byte[4];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) codes[i];
        }
        return new PlacedClassMap(classes, grid(2, 2), Optional.empty(), METRE, areas, Map.of());
    }

    @Test
    void neighboursShareACellAndWhatOneDoesNotShowTheOtherMay() {
        builder.add(map(BUILT, NODATA, BUILT, NODATA), 0, 0);
        builder.add(map(BUILT, 0, 0, 0), 1, 0);

        CellGrid cells = builder.build();

        assertArrayEquals(new double[] {4, 2}, cells.validM2());
        assertArrayEquals(new double[] {3, 0}, cells.builtM2());
    }

    @Test
    void largeCellsTowardsAPoleHoldTheirOwnGround() {
        // In degrees of 2 m on 65° south the last row of a cell of 6 km has a thousandth less than its mean; here a
        // tenth.
        builder.add(map((x, y) -> y == 0 ? 1 : 0.75, 0, 0, BUILT, BUILT), 0, 0);

        CellGrid cells = builder.build();

        assertArrayEquals(new double[] {3.5, 0}, cells.validM2());
        assertArrayEquals(new double[] {1.5, 0}, cells.builtM2());
    }

    @Test
    void groundThatTwoMapsShowIsNotCountedTwice() {
        builder.add(map(0, 0, 0, 0), 0, 0);

        InputProblem problem = assertThrows(InputProblem.class, () -> builder.add(map(0, 0, 0, 0), 1, 0));

        assertTrue(problem.getMessage().contains("same ground"), problem.getMessage());
    }
}
