package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GridOriginTest {
    @Test
    void columnsCountEastwardsAndRowsSouthwards() {
        GridOrigin whole = GridOrigin.of(new double[] {2_682_000, 0.5, 0, 1_247_000, 0, -0.5}, 410);
        GridOrigin crop = GridOrigin.of(new double[] {2_682_018.5, 0.5, 0, 1_246_973.5, 0, -0.5}, 410);

        assertEquals(new GridOrigin(5_364_000, -2_494_000), whole);
        assertEquals(37, crop.column() - whole.column());
        assertEquals(53, crop.row() - whole.row());
    }

    @Test
    void rowsThatGoNorthwardsBeginAtTheNorthernEdgeToo() {
        GridOrigin southUp = GridOrigin.of(new double[] {2_682_000, 0.5, 0, 1_246_795, 0, 0.5}, 410);

        assertEquals(new GridOrigin(5_364_000, -2_494_000), southUp);
    }

    @Test
    void aTurnedRasterLiesOnNoGridOfTheMap() {
        assertEquals(GridOrigin.NONE, GridOrigin.of(new double[] {2_682_000, 0.4, 0.3, 1_247_000, 0.3, -0.4}, 410));
    }
}
