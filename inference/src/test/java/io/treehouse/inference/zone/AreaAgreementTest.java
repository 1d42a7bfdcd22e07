package io.treehouse.inference.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.raster.RasterOptionsParser;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.datasets.vector.ZoneReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One place as degrees, UTM and Web Mercator has one area. */
class AreaAgreementTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;
    private static final String LAWN = """
            {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates":
             [[[15, 50], [15.0004, 50.0001], [15.0003, 50.0003], [15, 50.0002], [15, 50]]]}}
            """;

    @TempDir
    Path folder;

    @Test
    void theAreaOfAZoneDoesNotDependOnTheCrs() throws Exception {
        double expected = geodesicAreaM2();

        assertEquals(expected, areaM2("EPSG:4326", "14.9998,49.9998,15.0008,50.0006"), 0.005 * expected);
        assertEquals(expected, areaM2("EPSG:32633", "499980,5538610,500060,5538680"), 0.005 * expected);
        assertEquals(expected, areaM2("EPSG:3857", "1669770,6446240,1669880,6446340"), 0.005 * expected);
    }

    private double areaM2(String crs, String bbox) throws Exception {
        Path picture = folder.resolve("picture.png");
        ImageIO.write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        Path zones = Files.writeString(folder.resolve("zones"), LAWN);
        RasterOptions options = RasterOptionsParser.parse(Map.of("crs", crs, "bbox", bbox));
        byte[] lawn = new byte[WIDTH * HEIGHT];
        Arrays.fill(lawn, (byte) SurfaceClass.OTHER.code());
        try (Raster raster = Raster.open(picture, options, Long.MAX_VALUE)) {
            ZoneAccumulator accumulator = new ZoneAccumulator(
                    ZoneReader.read(zones, raster.grid()).polygons(), WIDTH, HEIGHT, raster.pixelAreas());
            accumulator.rows(0, HEIGHT, lawn, new float[WIDTH * HEIGHT]);
            return accumulator.covers().get(0).valid().areaM2();
        }
    }

    private static double geodesicAreaM2() {
        PolygonArea polygon = new PolygonArea(Geodesic.WGS84, false);
        polygon.AddPoint(50, 15);
        polygon.AddPoint(50.0001, 15.0004);
        polygon.AddPoint(50.0003, 15.0003);
        polygon.AddPoint(50.0002, 15);
        return Math.abs(polygon.Compute().area);
    }
}
