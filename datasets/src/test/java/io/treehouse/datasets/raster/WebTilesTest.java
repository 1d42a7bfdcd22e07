package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.WebTiles.Extent;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.gdal.osr.SpatialReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class map that fills the tile 2/2/1 of the web map, which is east of Greenwich and north of the equator up to 66.51° N:
 * water in its western half, nodata in its eastern one.
 */
class WebTilesTest {
    private static final int SIDE = 512;

    /** A quarter of the equator's length on the sphere, which is a tile's at zoom 2. */
    private static final double LENGTH_METRES = 2 * Math.PI * 6_378_137 / 4;

    @TempDir
    Path folder;

    private WebTiles tiles;

    @BeforeEach
    void write() {
        Gdal.load();
        Path file = folder.resolve("classes.tif");
        Dataset map = gdal.GetDriverByName("GTiff").Create(file.toString(), SIDE, SIDE, 1, gdalconst.GDT_Byte);
        SpatialReference mercator = CrsName.reference("EPSG:3857");
        map.SetProjection(mercator.ExportToWkt());
        mercator.delete();
        map.SetGeoTransform(new double[] {0, LENGTH_METRES / SIDE, 0, LENGTH_METRES, 0, -LENGTH_METRES / SIDE});
        map.GetRasterBand(1).SetNoDataValue(SurfaceClass.NODATA);
        byte[] row = new byte[SIDE];
        Arrays.fill(row, 0, SIDE / 2, (byte) SurfaceClass.WATER.code());
        Arrays.fill(row, SIDE / 2, SIDE, (byte) SurfaceClass.NODATA);
        for (int y = 0; y < SIDE; y++) {
            map.GetRasterBand(1).WriteRaster(0, y, SIDE, 1, row);
        }
        map.delete();
        tiles = new WebTiles(file);
    }

    @Test
    void aTileShowsClassesInTheirColoursAndNodataNotAtAll() throws Exception {
        BufferedImage tile = image(2, 2, 1);

        int water = 0xFF000000 | SurfaceClass.WATER.rgb();
        assertEquals(water, tile.getRGB(0, 0));
        assertEquals(water, tile.getRGB(127, 255));
        assertEquals(0, tile.getRGB(128, 0) >>> 24);
        assertEquals(0, tile.getRGB(255, 255) >>> 24);
    }

    @Test
    void tilesOfOtherZoomsShowThePartThatTheyCover() throws Exception {
        // The world: the map is one of its sixteen quarters' quarters, from (128, 64) to (191, 127).
        BufferedImage world = image(0, 0, 0);
        assertEquals(0, world.getRGB(127, 100) >>> 24);
        assertEquals(0xFF, world.getRGB(129, 100) >>> 24);
        assertEquals(0, world.getRGB(129, 130) >>> 24);
        assertEquals(0xFF, image(3, 4, 2).getRGB(255, 255) >>> 24);
        assertEquals(0, image(3, 5, 2).getRGB(0, 0) >>> 24);
    }

    @Test
    void aTileElsewhereIsTransparent() throws Exception {
        assertEquals(0, image(2, 0, 3).getRGB(100, 100));
    }

    @Test
    void knowsWhereItLies() {
        Extent extent = tiles.extent();

        assertEquals(0, extent.west(), 0.2);
        assertEquals(0, extent.south(), 0.2);
        assertEquals(90, extent.east(), 0.2);
        assertEquals(66.51, extent.north(), 0.2);
    }

    @Test
    void theDeepestUsefulZoomHasPixelsNoLargerThanTheMaps() {
        // 156543.03 m at zoom 0 on the equator: 0.597 m at 18, 0.299 m at 19.
        assertEquals(19, WebTiles.deepestUseful(0, 0.5));
        assertEquals(18, WebTiles.deepestUseful(0, 0.6));
        assertEquals(18, WebTiles.deepestUseful(60, 0.5));
    }

    @Test
    void tilesAreNumberedFromZero() {
        assertTrue(WebTiles.exists(2, 3, 3));
        assertFalse(WebTiles.exists(2, 4, 0));
        assertFalse(WebTiles.exists(2, 0, -1));
        assertFalse(WebTiles.exists(25, 0, 0));
    }

    private BufferedImage image(int zoom, int column, int row) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(tiles.png(zoom, column, row)));
    }
}
