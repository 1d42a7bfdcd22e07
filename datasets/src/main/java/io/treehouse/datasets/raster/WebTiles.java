package io.treehouse.datasets.raster;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Vector;
import javax.imageio.ImageIO;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.WarpOptions;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;

/**
 * A class map as the tiles of web maps: 256 × 256 pixels in Web Mercator, numbered from the north-west (XYZ), classes in
 * their legend colours and nodata transparent. Thread-safe: each call opens the file for itself.
 *
 * @param classMap georeferenced GeoTIFF of class codes
 */
public record WebTiles(Path classMap) {
    /** Columns and rows of a tile. */
    public static final int SIDE = 256;
    /** The deepest zoom that there are tiles of. */
    public static final int DEEPEST = 24;

    /** Half of the length of the equator on the sphere of Web Mercator, in metres. */
    private static final double HALF_METRES = Math.PI * 6_378_137;

    private static final List<String> DRIVERS = List.of("GTiff");

    /**
     * Where a class map lies, in degrees.
     *
     * @param west western edge, and so on
     */
    public record Extent(double west, double south, double east, double north) {}

    /** Whether there is a tile of these numbers. */
    public static boolean exists(int zoom, long column, long row) {
        return zoom >= 0 && zoom <= DEEPEST && column >= 0 && row >= 0 && Math.max(column, row) < 1L << zoom;
    }

    /** The tile as PNG; transparent altogether where the map does not reach. */
    public byte[] png(int zoom, long column, long row) {
        double length = 2 * HALF_METRES / (1L << zoom);
        double west = -HALF_METRES + column * length;
        double north = HALF_METRES - row * length;
        byte[] codes = warped(
                List.of(
                        "-of",
                        "MEM",
                        "-t_srs",
                        "EPSG:3857",
                        "-r",
                        "near",
                        "-dstnodata",
                        "255",
                        "-ts",
                        Integer.toString(SIDE),
                        Integer.toString(SIDE),
                        "-te",
                        Double.toString(west),
                        Double.toString(north - length),
                        Double.toString(west + length),
                        Double.toString(north)),
                WebTiles::codes);
        return encoded(codes);
    }

    /** Where the map lies on Earth. */
    public Extent extent() {
        return warped(List.of("-of", "VRT", "-t_srs", "EPSG:4326"), map -> {
            double[] transform = map.GetGeoTransform();
            return new Extent(
                    transform[0],
                    transform[3] + map.getRasterYSize() * transform[5],
                    transform[0] + map.getRasterXSize() * transform[1],
                    transform[3]);
        });
    }

    /** The first zoom whose pixels at the latitude are no larger than the map's. */
    public static int deepestUseful(double latitude, double gsdMetres) {
        double atZoom0 = 2 * HALF_METRES * Math.cos(Math.toRadians(latitude)) / SIDE;
        long zoom = (long) Math.ceil(Math.log(atZoom0 / gsdMetres) / Math.log(2) - 1e-9);
        return (int) Math.max(0, Math.min(DEEPEST, zoom));
    }

    private interface Use<T> {
        T of(Dataset dataset);
    }

    private <T> T warped(List<String> options, Use<T> use) {
        Dataset map = Gdal.open(classMap.toString(), DRIVERS);
        WarpOptions warp = new WarpOptions(new Vector<>(options));
        try {
            Dataset target = gdal.Warp("", new Dataset[] {map}, warp);
            try {
                return use.of(target);
            } finally {
                target.delete();
            }
        } finally {
            warp.delete();
            map.delete();
        }
    }

    private static byte[] codes(Dataset tile) {
        byte[] codes = new byte[SIDE * SIDE];
        tile.GetRasterBand(1).ReadRaster(0, 0, SIDE, SIDE, SIDE, SIDE, gdalconst.GDT_Byte, codes);
        return codes;
    }

    private static byte[] encoded(byte[] codes) {
        BufferedImage image = new BufferedImage(
                legend(),
                java.awt.image.Raster.createInterleavedRaster(
                        new DataBufferByte(codes, codes.length), SIDE, SIDE, SIDE, 1, new int[] {0}, new Point()),
                false,
                null);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return png.toByteArray();
    }

    /** 256 colours, of which those that mean nothing are transparent. */
    private static IndexColorModel legend() {
        int[] colours = new int[256];
        SurfaceClass.all().forEach(c -> colours[c.code()] = 0xFF000000 | c.rgb());
        return new IndexColorModel(8, colours.length, colours, 0, true, -1, DataBuffer.TYPE_BYTE);
    }
}
