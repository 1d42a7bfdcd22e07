package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.nio.file.Path;
import java.util.List;
import org.gdal.gdal.Dataset;
import org.gdal.gdalconst.gdalconst;

/**
 * A class map read back, of this program or of another that writes the same codes. Immutable by agreement.
 *
 * @param width columns
 * @param height rows
 * @param classes {@code [height, width]} codes 0…4, 255 for nodata
 */
public record ClassMapReader(int width, int height, byte[] classes) {
    /**
     * Reads a GeoTIFF or PNG of one band of codes.
     *
     * @throws InputProblem if the file is damaged or holds anything but codes
     */
    public static ClassMapReader read(Path file) {
        Dataset dataset = RasterFormat.of(file).open(file);
        try {
            if (dataset.getRasterCount() != 1 || dataset.GetRasterBand(1).getDataType() != gdalconst.GDT_Byte) {
                throw noClassMap(file, "it has not one band of bytes");
            }
            int width = dataset.getRasterXSize();
            int height = dataset.getRasterYSize();
            byte[] classes = new byte[Math.multiplyExact(width, height)];
            read(dataset, classes);
            checkCodes(file, classes);
            return new ClassMapReader(width, height, classes);
        } finally {
            dataset.delete();
        }
    }

    private static void read(Dataset dataset, byte[] classes) {
        int width = dataset.getRasterXSize();
        int height = dataset.getRasterYSize();
        try {
            dataset.GetRasterBand(1).ReadRaster(0, 0, width, height, width, height, gdalconst.GDT_Byte, classes);
        } catch (RuntimeException damaged) {
            throw RasterFormat.unreadable(damaged);
        }
    }

    private static void checkCodes(Path file, byte[] classes) {
        for (byte value : classes) {
            int code = value & 255;
            if (code >= SurfaceClass.COUNT && code != SurfaceClass.NODATA) {
                throw noClassMap(file, "it holds the code " + code);
            }
        }
    }

    private static InputProblem noClassMap(Path file, String reason) {
        List<String> codes =
                SurfaceClass.all().stream().map(c -> c.code() + "=" + c.label()).toList();
        return new InputProblem(
                Kind.UNUSABLE_RASTER,
                file + " is no class map: " + reason,
                "Give an 8-bit raster of one band with the codes " + String.join(", ", codes) + " and 255 for nodata");
    }
}
