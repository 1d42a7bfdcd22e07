package io.treehouse.inference.landcover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.treehouse.datasets.raster.PixelAreas;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LandCoverAccumulatorTest {
    private static final byte NODATA = (byte) SurfaceClass.NODATA;

    /** Rows get larger towards the south: 1, 2 and 3 m² a pixel. */
    private static final PixelAreas BY_ROW = (x, y) -> y + 1.0;

    /** Two columns, three rows: water water / tree nodata / tree building. */
    private static final byte[] MAP = {3, 3, 4, NODATA, 4, 2};

    private static final float[] CONFIDENCE = {0.5f, 1, 0.25f, 0, 0.5f, 0.75f};

    @Test
    void pixelsFractionsAreasAndConfidenceAreThoseOfTheMap() {
        LandCover cover = accumulate(Optional.of(BY_ROW));

        assertEquals(new ClassCover(2, 0.4, 2.0, 0.75), cover.of(SurfaceClass.WATER));
        assertEquals(new ClassCover(2, 0.4, 5.0, 0.375), cover.of(SurfaceClass.TREE_CANOPY));
        assertEquals(new ClassCover(1, 0.2, 3.0, 0.75), cover.of(SurfaceClass.BUILDING));
        assertEquals(new ClassCover(0, 0.0, 0.0, null), cover.of(SurfaceClass.OTHER));
        assertEquals(new Extent(5, 10.0), cover.valid());
        assertEquals(new Extent(1, 2.0), cover.nodata());
    }

    @Test
    void classesStandInTheOrderOfTheirCodes() {
        assertEquals(
                SurfaceClass.all(),
                List.copyOf(accumulate(Optional.empty()).classes().keySet()));
    }

    @Test
    void areasAreUnknownWithoutAPixelSize() {
        LandCover cover = accumulate(Optional.empty());

        assertEquals(new ClassCover(2, 0.4, null, 0.75), cover.of(SurfaceClass.WATER));
        assertNull(cover.valid().areaM2());
        assertNull(cover.nodata().areaM2());
    }

    @Test
    void fractionsAreUnknownWithoutAValidPixel() {
        LandCoverAccumulator accumulator = new LandCoverAccumulator(2, Optional.of(BY_ROW));
        accumulator.rows(0, 1, new byte[] {NODATA, NODATA}, new float[2]);

        LandCover cover = accumulator.landCover();

        assertEquals(new ClassCover(0, null, 0.0, null), cover.of(SurfaceClass.WATER));
        assertEquals(new Extent(0, 0.0), cover.valid());
        assertEquals(new Extent(2, 2.0), cover.nodata());
    }

    @Test
    void groupsOfRowsDoNotChangeTheFigures() {
        LandCoverAccumulator rowByRow = new LandCoverAccumulator(2, Optional.of(BY_ROW));
        for (int row = 0; row < 3; row++) {
            rowByRow.rows(
                    row,
                    1,
                    Arrays.copyOfRange(MAP, 2 * row, 2 * row + 2),
                    Arrays.copyOfRange(CONFIDENCE, 2 * row, 2 * row + 2));
        }

        assertEquals(accumulate(Optional.of(BY_ROW)), rowByRow.landCover());
    }

    @Test
    void manySmallAreasAddUpWithoutDrift() {
        int rows = 200_000;
        LandCoverAccumulator accumulator = new LandCoverAccumulator(1, Optional.of((x, y) -> 0.1));
        accumulator.rows(0, rows, new byte[rows], new float[rows]);

        // Added one by one in double precision it would be 19999.99999999.
        assertEquals(20_000, accumulator.landCover().valid().areaM2(), 1e-10);
    }

    @Test
    void anUnknownCodeIsAFault() {
        LandCoverAccumulator accumulator = new LandCoverAccumulator(1, Optional.empty());

        assertThrows(IllegalArgumentException.class, () -> accumulator.rows(0, 1, new byte[] {5}, new float[] {1}));
    }

    @Test
    void figuresThatContradictEachOtherAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ClassCover(1, 1.5, null, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new ClassCover(1, 0.5, null, null));
        assertThrows(IllegalArgumentException.class, () -> new ClassCover(0, 0.5, -1.0, null));
        assertThrows(IllegalArgumentException.class, () -> new Extent(0, 3.0));
        assertThrows(IllegalArgumentException.class, () -> new Extent(3, Double.NaN));
    }

    private static LandCover accumulate(Optional<PixelAreas> areas) {
        LandCoverAccumulator accumulator = new LandCoverAccumulator(2, areas);
        accumulator.rows(0, 3, MAP, CONFIDENCE);
        return accumulator.landCover();
    }
}
