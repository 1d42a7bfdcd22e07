package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gdal.gdal.Dataset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ground sampling distances and areas, against values worked out by hand from the WGS 84 ellipsoid's radii. */
class PlacementTest {
    private static final int SIDE = 100;

    @TempDir
    private Path folder;

    @BeforeAll
    static void loadGdal() {
        Gdal.load();
    }

    @Test
    void dividesByTheScaleOfUtmOnItsCentralMeridian() {
        // 0.5 m of the grid are 0.5 / 0.9996 m of ground where the easting is 500 km.
        try (Raster raster = open(d -> DrawnRaster.place(d, 32632, 499975, 0.5, 0, 5233000, 0, -0.5), Map.of())) {
            assertEquals(0.50020008, raster.groundSampling().xMetres(), 1e-7);
            assertEquals(0.50020008, raster.groundSampling().yMetres(), 1e-7);
            assertEquals(0.2502001, raster.pixelAreas().orElseThrow().areaM2(50, 50), 1e-6);
            assertEquals(Optional.of("EPSG:32632"), raster.crs());
        }
    }

    @Test
    void undoesTheInflationOfWebMercator() {
        // At 60° N: N = 1.0025199 a, M = 1.0008336 a, so 0.5 m are 0.25 N/a along x and 0.25 M/a along y.
        double y60 = 8399737.89;
        try (Raster raster = open(d -> DrawnRaster.place(d, 3857, 1e6, 0.5, 0, y60 + 25, 0, -0.5), Map.of())) {
            assertEquals(0.2506300, raster.groundSampling().xMetres(), 1e-6);
            assertEquals(0.2502084, raster.groundSampling().yMetres(), 1e-6);
            assertEquals(0.0627097, raster.pixelAreas().orElseThrow().areaM2(50, 50), 1e-6);
        }
    }

    @Test
    void knowsThatDegreesShrinkWithLatitude() {
        // 5e-6° = 8.7266463e-8 rad; at the equator a · that along x, a(1 − e²) · that along y; at 60° N as above.
        double step = 5e-6;
        double half = step * SIDE / 2;
        try (Raster raster = open(d -> DrawnRaster.place(d, 4326, 8, step, 0, half, 0, -step), Map.of())) {
            assertEquals(0.5565975, raster.groundSampling().xMetres(), 1e-6);
            assertEquals(0.5528714, raster.groundSampling().yMetres(), 1e-6);
        }
        try (Raster raster = open(d -> DrawnRaster.place(d, 4326, 8, step, 0, 60 + half, 0, -step), Map.of())) {
            assertEquals(0.2790000, raster.groundSampling().xMetres(), 2e-6);
            assertEquals(0.5570614, raster.groundSampling().yMetres(), 2e-6);
        }
    }

    @Test
    void measuresRotatedAndShearedPixels() {
        double[] rotated = {499975, 0.3, 0.4, 5233000, 0.4, -0.3};
        try (Raster raster = open(d -> DrawnRaster.place(d, 32632, rotated), Map.of())) {
            assertEquals(0.50020008, raster.groundSampling().xMetres(), 1e-6);
            assertEquals(0.2502001, raster.pixelAreas().orElseThrow().areaM2(10, 90), 1e-6);
            assertArrayEquals(rotated, raster.grid().transform().orElseThrow());
            assertEquals(0, raster.groundSampling().axesCosine());
        }
        // Sides (0.5, 0) and (0.5, −0.5): a parallelogram of 0.25 grid m².
        double[] sheared = {499975, 0.5, 0.5, 5233000, 0, -0.5};
        try (Raster raster = open(d -> DrawnRaster.place(d, 32632, sheared), Map.of())) {
            assertEquals(0.2502001, raster.pixelAreas().orElseThrow().areaM2(50, 50), 1e-6);
            assertEquals(Math.sqrt(0.5), raster.groundSampling().axesCosine(), 1e-6);
        }
    }

    @Test
    void axesThatCrossTheMeridiansObliquelyArePerpendicularInDegreesAlone() {
        double step = 5e-6;
        double[] northUp = {8, step, 0, 60, 0, -step};
        try (Raster raster = open(d -> DrawnRaster.place(d, 4326, northUp), Map.of())) {
            assertEquals(0, raster.groundSampling().axesCosine());
        }
        // On 60° N c = 0.2790000 / 0.5570614: the axes are (c, 1) and (c, −1), their cosine (c² − 1) / (c² + 1).
        double[] turned = {8, step, step, 60, step, -step};
        try (Raster raster = open(d -> DrawnRaster.place(d, 4326, turned), Map.of())) {
            assertEquals(-0.59892, raster.groundSampling().axesCosine(), 1e-5);
        }
    }

    @Test
    void takesTheCallersWordWithoutGeoreferencing() {
        try (Raster raster = open(d -> {}, Map.of("gsd", "0.25"))) {
            assertEquals(
                    GroundSampling.Source.PARAMETER, raster.groundSampling().source());
            assertEquals(0.0625, raster.pixelAreas().orElseThrow().areaM2(0, 0));
        }
        try (Raster raster = open(d -> {}, Map.of())) {
            assertEquals(GroundSampling.Source.ASSUMED, raster.groundSampling().source());
            assertTrue(raster.pixelAreas().isEmpty());
            assertTrue(raster.crs().isEmpty());
        }
    }

    @Test
    void placesPlainPicturesByBboxAndCrs() {
        Map<String, String> options = Map.of("bbox", "499975,5232950,500025,5233000", "crs", "EPSG:32632");
        try (Raster raster = open(d -> {}, options)) {
            assertEquals(0.50020008, raster.groundSampling().metres(), 1e-6);
            assertEquals(Optional.of("EPSG:32632"), raster.crs());
        }
        InputProblem alone = assertThrows(
                InputProblem.class,
                () -> open(d -> {}, Map.of("bbox", "0,0,1,1")).close());
        assertEquals(Kind.INVALID_PARAMETER, alone.kind());
    }

    @Test
    void refusesGsdThatContradictsTheGeoreferencing() {
        Consumer<Dataset> halfMetre = d -> DrawnRaster.place(d, 32632, 499975, 0.5, 0, 5233000, 0, -0.5);
        open(halfMetre, Map.of("gsd", "0.51")).close();
        InputProblem problem = assertThrows(
                InputProblem.class, () -> open(halfMetre, Map.of("gsd", "1")).close());
        assertEquals(Kind.INVALID_PARAMETER, problem.kind());
    }

    @Test
    void refusesPixelsThatTheModelCannotUse() {
        Consumer<Dataset> tenMetres = d -> DrawnRaster.place(d, 32632, 499975, 10, 0, 5233000, 0, -10);
        assertEquals(
                Kind.UNUSABLE_RASTER,
                assertThrows(InputProblem.class, () -> open(tenMetres, Map.of()).close())
                        .kind());
    }

    private Raster open(Consumer<Dataset> tags, Map<String, String> options) {
        Path file = DrawnRaster.rgb(folder.resolve("a.tif"), SIDE, SIDE, (x, y) -> x, tags);
        return Raster.open(file, RasterOptionsParser.parse(options), SIDE * SIDE);
    }
}
