package io.treehouse.datasets.sample;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.Gdal;
import java.nio.file.Path;
import java.util.List;
import org.gdal.gdal.Dataset;
import org.gdal.gdalconst.gdalconst;

/**
 * The bytes of a small picture, band by band.
 *
 * @param width columns
 * @param height rows
 * @param bands {@code [band][height * width]}
 * @param transform GDAL's six coefficients from pixels to the CRS
 */
record ImageBytes(int width, int height, byte[][] bands, double[] transform) {
    private static final List<String> DRIVERS = List.of("GTiff", "PNG", "JPEG");

    static ImageBytes read(Path file) {
        Dataset dataset;
        try {
            dataset = Gdal.open(file.toString(), DRIVERS);
        } catch (RuntimeException unreadable) {
            throw problem(file, unreadable);
        }
        try {
            int width = dataset.getRasterXSize();
            int height = dataset.getRasterYSize();
            byte[][] bands = new byte[dataset.getRasterCount()][width * height];
            for (int band = 0; band < bands.length; band++) {
                dataset.GetRasterBand(band + 1)
                        .ReadRaster(0, 0, width, height, width, height, gdalconst.GDT_Byte, bands[band]);
            }
            return new ImageBytes(width, height, bands, dataset.GetGeoTransform());
        } catch (RuntimeException unreadable) {
            throw problem(file, unreadable);
        } finally {
            dataset.delete();
        }
    }

    private static InputProblem problem(Path file, RuntimeException cause) {
        return new InputProblem(
                Kind.UNREADABLE_RASTER,
                "The picture " + file + " cannot be read: " + cause.getMessage(),
                "Leave it out of the catalogue or replace it; ./treehouse dataset check lists all of them",
                cause);
    }

    /** Red, green and blue as {@code [height, width, 3]}; a grey picture is repeated. */
    byte[] rgb() {
        byte[] rgb = new byte[3 * width * height];
        for (int c = 0; c < 3; c++) {
            byte[] band = bands[bands.length < 3 ? 0 : c];
            for (int pixel = 0; pixel < band.length; pixel++) {
                rgb[3 * pixel + c] = band[pixel];
            }
        }
        return rgb;
    }
}
