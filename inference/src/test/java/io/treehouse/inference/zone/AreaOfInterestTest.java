package io.treehouse.inference.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.raster.RgbSource;
import io.treehouse.datasets.vector.ZonePolygon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

/** A scene of 6 × 4 pixels whose pixel in the upper left has no imagery. */
class AreaOfInterestTest {
    @Test
    void keepsThePixelsOfWhichHalfOrMoreLiesWithin() {
        // From x = 0.4 the pixels of column 0 lie in it by six tenths, from 2.4 those of column 2 by four.
        assertEquals(
                List.of(
                        ".#....", //
                        "##....", "##....", "......"),
                mask("POLYGON ((0.4 0, 2.4 0, 2.4 3, 0.4 3, 0.4 0))"));
    }

    @Test
    void takesSeveralPolygonsTogetherAndLeavesTheirHolesOut() {
        assertEquals(
                List.of(
                        ".##..#", //
                        "#.#..#", "###...", "......"),
                mask(
                        "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))",
                        "POLYGON ((5 0, 9 0, 9 2, 5 2, 5 0))"));
    }

    @Test
    void polygonsThatOverlapAreOneArea() {
        assertEquals(
                List.of(
                        ".###..", //
                        "####..", "......", "......"),
                mask("POLYGON ((0 0, 3 0, 3 2, 0 2, 0 0))", "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))"));
    }

    @Test
    void anAreaElsewhereIsRefused() {
        assertThrows(InputProblem.class, () -> mask("POLYGON ((60 0, 70 0, 70 2, 60 0))"));
    }

    private static List<String> mask(String... polygons) {
        List<ZonePolygon> zones = Arrays.stream(polygons)
                .map(AreaOfInterestTest::outline)
                .map(outline -> new ZonePolygon("1", null, outline, outline.getArea()))
                .toList();
        RgbSource limited = new AreaOfInterest(zones, 6, 4).of(new Scene());
        List<String> rows = new ArrayList<>();
        // The lower rows first, by windows that do not begin at the left: places must be those of the scene.
        boolean[][] valid = new boolean[4][6];
        for (PixelWindow window :
                List.of(new PixelWindow(2, 2, 4, 2), new PixelWindow(0, 2, 2, 2), new PixelWindow(0, 0, 6, 2))) {
            boolean[] read = new boolean[window.pixels()];
            limited.read(window, new float[3 * window.pixels()], read);
            for (int y = 0; y < window.height(); y++) {
                System.arraycopy(read, y * window.width(), valid[window.y() + y], window.x(), window.width());
            }
        }
        for (boolean[] row : valid) {
            StringBuilder text = new StringBuilder();
            for (boolean pixel : row) {
                text.append(pixel ? '#' : '.');
            }
            rows.add(text.toString());
        }
        return rows;
    }

    private static Geometry outline(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (org.locationtech.jts.io.ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class Scene implements RgbSource {
        @Override
        public int width() {
            return 6;
        }

        @Override
        public int height() {
            return 4;
        }

        @Override
        public GroundSampling groundSampling() {
            return new GroundSampling(0.5, 0.5, GroundSampling.Source.PARAMETER);
        }

        @Override
        public void read(PixelWindow window, float[] rgb, boolean[] valid) {
            for (int i = 0; i < window.pixels(); i++) {
                valid[i] = window.y() * 6 + window.x() + i > 0;
            }
        }
    }
}
