package io.treehouse.datasets.raster;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Vector;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.gdal.osr.SpatialReference;

/**
 * Writes 8-bit RGB pictures as tiled DEFLATE GeoTIFF in UTM, where the scale of the projection is 1: a pixel's size in
 * the file is its size on the ground. For scenes to measure speed with.
 */
public final class RgbGeoTiff {
    private static final String CRS = "EPSG:32632";
    private static final double WEST_METRES = 679_000;
    private static final double NORTH_METRES = 5_200_000;
    private static final int BANDS = 3;

    /** Draws one row of a picture. */
    @FunctionalInterface
    public interface RowPainter {
        /**
         * @param row row from the top
         * @param rgb receives {@code [width, 3]} red, green, blue
         */
        void paint(int row, byte[] rgb);
    }

    private RgbGeoTiff() {}

    /** Writes a file. */
    public static void write(Path file, int width, int height, double gsdMetres, RowPainter painter) {
        write(file, 0, width, height, gsdMetres, painter);
    }

    /** Writes a file that begins a number of columns to the east: a neighbour of others. */
    public static void write(Path file, int firstColumn, int width, int height, double gsdMetres, RowPainter painter) {
        Gdal.load();
        Vector<String> options = new Vector<>(Arrays.asList("TILED=YES", "COMPRESS=DEFLATE", "INTERLEAVE=PIXEL"));
        Dataset dataset = gdal.GetDriverByName("GTiff")
                .Create(file.toString(), width, height, BANDS, gdalconst.GDT_Byte, options);
        try {
            place(dataset, firstColumn, gsdMetres);
            byte[] rgb = new byte[BANDS * width];
            for (int row = 0; row < height; row++) {
                painter.paint(row, rgb);
                dataset.WriteRaster(
                        0, row, width, 1, width, 1, gdalconst.GDT_Byte, rgb, new int[] {1, 2, 3}, BANDS, 0, 1);
            }
            dataset.FlushCache();
        } finally {
            dataset.delete();
        }
    }

    private static void place(Dataset dataset, int firstColumn, double gsdMetres) {
        SpatialReference reference = CrsName.reference(CRS);
        dataset.SetProjection(reference.ExportToWkt());
        reference.delete();
        dataset.SetGeoTransform(
                new double[] {WEST_METRES + firstColumn * gsdMetres, gsdMetres, 0, NORTH_METRES, 0, -gsdMetres});
    }
}
