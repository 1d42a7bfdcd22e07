package io.treehouse.datasets.sample;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.Gdal;
import java.nio.file.Path;
import java.util.List;
import org.gdal.gdal.ColorTable;
import org.gdal.gdal.Dataset;
import org.gdal.gdalconst.gdalconst;

/**
 * The bytes of a small picture, band by band.
 *
 * @param width columns
 * @param height rows
 * @param bands {@code [band][height * width]}
 * @param transform GDAL's six coefficients from pixels to the CRS
 * @param palette colours {@code 0xRRGGBB} of the indices in the first band; empty without a palette
 */
record ImageBytes(int width, int height, byte[][] bands, double[] transform, int[] palette) {
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
            return new ImageBytes(width, height, bands, dataset.GetGeoTransform(), palette(dataset));
        } catch (RuntimeException unreadable) {
            throw problem(file, unreadable);
        } finally {
            dataset.delete();
        }
    }

    /** As {@link #read}; the indices of a palette picture become red, green and blue. */
    static ImageBytes readColours(Path file) {
        ImageBytes picture = read(file);
        return picture.bands().length > 1 || picture.palette().length == 0 ? picture : picture.expanded();
    }

    private ImageBytes expanded() {
        byte[] indices = bands[0];
        byte[][] colours = new byte[3][indices.length];
        for (int pixel = 0; pixel < indices.length; pixel++) {
            int rgb = palette[Math.min(indices[pixel] & 255, palette.length - 1)];
            colours[0][pixel] = (byte) (rgb >> 16);
            colours[1][pixel] = (byte) (rgb >> 8);
            colours[2][pixel] = (byte) rgb;
        }
        return new ImageBytes(width, height, colours, transform, palette);
    }

    /** Colours {@code 0xRRGGBB} of the first band's indices; empty if it has no palette. */
    private static int[] palette(Dataset dataset) {
        ColorTable table = dataset.GetRasterBand(1).GetColorTable();
        int[] palette = new int[table == null ? 0 : table.GetCount()];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = table.GetColorEntry(i).getRGB() & 0xFFFFFF;
        }
        return palette;
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
