package io.treehouse.datasets.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.Gdal;
import io.treehouse.datasets.raster.GridReference;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.gdal.osr.SpatialReference;
import org.junit.jupiter.api.Test;

/** Places on a grid of 10 × 10 m in UTM zone 33 whose middle column begins at 15° E, the easting 500 000 m. */
class PaintedPlaceTest {
    private static final String SQUARE = """
            {"type": "Polygon", "coordinates": [[[%s, %s], [%s, %s], [%s, %s], [%s, %s], [%s, %s]]]}
            """;

    private static GridReference grid() {
        Gdal.load();
        SpatialReference reference = new SpatialReference();
        reference.ImportFromEPSG(32633);
        String wkt = reference.ExportToWkt();
        reference.delete();
        return new GridReference(
                10, 10, Optional.of(new double[] {499_995, 1, 0, 5_000_000, 0, -1}), Optional.of(wkt), false);
    }

    private static String square(Object left, Object top, Object right, Object bottom) {
        return SQUARE.formatted(left, top, right, top, right, bottom, left, bottom, left, top);
    }

    private static List<Integer> pixels(String geometry, String crs, double radius) {
        BitSet pixels = PaintedPlace.pixels(geometry, Optional.ofNullable(crs), grid(), radius);
        return pixels.stream().boxed().toList();
    }

    @Test
    void aPolygonInPixelsCoversThePixelsWhoseCentresItHolds() {
        assertEquals(List.of(12, 13, 22, 23), pixels(square(2, 1, 4.4, 3.4), null, 1));
    }

    @Test
    void aPolygonInTheTilesCrsOrInLongitudeAndLatitudeLiesWhereItShould() {
        // Two columns from the left, the rows 0 to 2.
        List<Integer> six = List.of(0, 1, 10, 11, 20, 21);
        assertEquals(six, pixels(square(499_995, 5_000_000, 499_997, 4_999_997), "EPSG:32633", 1));
        // West of 15° are the five left columns; all rows lie between 45° and 46° N.
        assertEquals(50, pixels(square(14.9, 46, 15, 45), "EPSG:4326", 1).size());
    }

    @Test
    void aPointReachesAsFarAsItsRadius() {
        String point = "{\"type\": \"Point\", \"coordinates\": [5.5, 5.5]}";

        assertEquals(List.of(55), pixels(point, null, 0.5));
        assertEquals(List.of(45, 54, 55, 56, 65), pixels(point, null, 1));
        assertEquals(9, pixels(point, null, 1.5).size());
    }

    @Test
    void whatLiesBesideTheGridCoversNothing() {
        assertTrue(pixels(square(20, 20, 30, 30), null, 1).isEmpty());
    }

    @Test
    void anUnknownCrsIsRefused() {
        for (String crs : List.of("EPSG:99999", "/etc/passwd", "http://crs.example/1")) {
            assertThrows(InputProblem.class, () -> pixels(square(1, 1, 2, 2), crs, 1));
        }
    }
}
