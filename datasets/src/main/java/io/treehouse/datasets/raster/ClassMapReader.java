package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.nio.file.Path;
import java.util.List;
import org.gdal.gdal.Dataset;
import org.gdal.gdalconst.gdalconst;

/**
 * A class map read back, of this program or of another that writes the same codes.
 *
 * @param width columns
 * @param height rows
 * @param classes {@code [height, width]} codes, 255 for nodata
 */
public record ClassMapReader(int width, int height, byte[] classes) {
    /** Reads a GeoTIFF or PNG of one band of codes. */
    public static ClassMapReader read(Path file) {
        RasterFormat format = RasterFormat.of(file);
        Dataset dataset = Gdal.open(file.toString(), List.of(format.driver()));
        try {
            int width = dataset.getRasterXSize();
            int height = dataset.getRasterYSize();
            byte[] classes = new byte[Math.multiplyExact(width, height)];
            int status = dataset.GetRasterBand(1)
                    .ReadRaster(0, 0, width, height, width, height, gdalconst.GDT_Byte, classes);
            if (status != gdalconst.CE_None) {
                throw new InputProblem(
                        Kind.UNREADABLE_RASTER,
                        "The class map " + file + " is damaged: " + Gdal.lastError(),
                        "Write it anew");
            }
            return new ClassMapReader(width, height, classes);
        } finally {
            dataset.delete();
        }
    }
}
