package io.treehouse.datasets.raster;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Vector;
import java.util.function.Consumer;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.gdal.osr.SpatialReference;

/** Writes small rasters with GDAL for tests. */
final class DrawnRaster {
    private DrawnRaster() {}

    /** The value of a pixel. */
    interface Pixel {
        double value(int x, int y);
    }

    /** Writes a GeoTIFF; {@code content} sets tags and pixels. */
    static Path geoTiff(
            Path file, int width, int height, int bands, int type, Consumer<Dataset> content, String... options) {
        Gdal.load();
        Dataset dataset = gdal.GetDriverByName("GTiff")
                .Create(file.toString(), width, height, bands, type, new Vector<>(Arrays.asList(options)));
        try {
            content.accept(dataset);
            dataset.FlushCache();
        } finally {
            dataset.delete();
        }
        return file;
    }

    /** Writes an 8-bit GeoTIFF with one drawn picture in all three bands. */
    static Path rgb(Path file, int width, int height, Pixel pixel, Consumer<Dataset> tags) {
        return geoTiff(file, width, height, 3, gdalconst.GDT_Byte, dataset -> {
            tags.accept(dataset);
            for (int band = 1; band <= 3; band++) {
                draw(dataset, band, pixel);
            }
        });
    }

    /** Copies a raster into another format. */
    static Path copy(Path source, Path target, String driver, String... options) {
        Dataset from = Gdal.open(source.toString(), List.of("GTiff", "PNG", "JPEG"));
        try {
            gdal.GetDriverByName(driver)
                    .CreateCopy(target.toString(), from, 0, new Vector<>(Arrays.asList(options)))
                    .delete();
        } finally {
            from.delete();
        }
        return target;
    }

    /** Fills a band. */
    static void draw(Dataset dataset, int band, Pixel pixel) {
        int width = dataset.getRasterXSize();
        int height = dataset.getRasterYSize();
        double[] values = new double[width * height];
        Arrays.setAll(values, i -> pixel.value(i % width, i / width));
        dataset.GetRasterBand(band).WriteRaster(0, 0, width, height, width, height, gdalconst.GDT_Float64, values);
    }

    /** Georeferences a raster. */
    static void place(Dataset dataset, int epsg, double... transform) {
        SpatialReference reference = CrsName.reference("EPSG:" + epsg);
        dataset.SetProjection(reference.ExportToWkt());
        reference.delete();
        dataset.SetGeoTransform(transform);
    }
}
