package io.treehouse.datasets.raster;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Vector;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;

/**
 * A raster as the network sees it, in a file of its own: 8-bit red, green and blue after scaling, and alpha 0 where there is
 * no imagery, on the same grid. Whoever reads it needs to know no more of bands, scaling and nodata.
 */
public final class RgbCopy {
    private static final int BANDS = 4;
    private static final int[] ALL_BANDS = {1, 2, 3, 4};
    private static final int OPAQUE = 255;

    private RgbCopy() {}

    /**
     * Writes a tiled DEFLATE GeoTIFF, which appears when it is complete.
     *
     * @param tile an open raster
     * @param target the file
     */
    public static void write(Raster tile, Path target) {
        try (PendingFile file = PendingFile.of(target)) {
            try {
                write(tile, file);
            } catch (RuntimeException fault) {
                throw file.unwritable(fault);
            }
            file.publish();
        }
    }

    private static void write(Raster tile, PendingFile file) {
        Vector<String> options = new Vector<>(Arrays.asList("TILED=YES", "COMPRESS=DEFLATE", "INTERLEAVE=PIXEL"));
        Dataset dataset = gdal.GetDriverByName("GTiff")
                .Create(file.path().toString(), tile.width(), tile.height(), BANDS, gdalconst.GDT_Byte, options);
        try {
            tile.grid().wkt().ifPresent(dataset::SetProjection);
            tile.grid().transform().ifPresent(dataset::SetGeoTransform);
            dataset.GetRasterBand(BANDS).SetColorInterpretation(gdalconst.GCI_AlphaBand);
            float[] rgb = new float[3 * tile.width()];
            boolean[] valid = new boolean[tile.width()];
            byte[] row = new byte[BANDS * tile.width()];
            for (int y = 0; y < tile.height(); y++) {
                tile.read(new PixelWindow(0, y, tile.width(), 1), rgb, valid);
                fill(row, rgb, valid);
                dataset.WriteRaster(
                        0, y, tile.width(), 1, tile.width(), 1, gdalconst.GDT_Byte, row, ALL_BANDS, BANDS, 0, 1);
            }
            dataset.FlushCache();
        } finally {
            dataset.delete();
        }
    }

    private static void fill(byte[] row, float[] rgb, boolean[] valid) {
        for (int x = 0; x < valid.length; x++) {
            for (int c = 0; c < 3; c++) {
                row[BANDS * x + c] = (byte) Math.round(rgb[3 * x + c]);
            }
            row[BANDS * x + 3] = (byte) (valid[x] ? OPAQUE : 0);
        }
    }
}
