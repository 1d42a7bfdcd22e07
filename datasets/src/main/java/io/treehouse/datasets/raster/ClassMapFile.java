package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Vector;
import org.gdal.gdal.Band;
import org.gdal.gdal.ColorTable;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.gdal.osr.SpatialReference;

/**
 * A class map being written, row by row, as a tiled GeoTIFF on exactly the grid of the raster it was made from: codes
 * 0…4, 255 for nodata, colour table, class names in the metadata. It appears under its name when it is complete. Belongs
 * to one thread.
 */
public final class ClassMapFile implements ClassRowSink, AutoCloseable {
    private static final int OPAQUE = 255;

    private final Path file;
    private final Path partial;
    private final int width;
    private Dataset dataset;

    private ClassMapFile(Path file, Path partial, Dataset dataset, int width) {
        this.file = file;
        this.partial = partial;
        this.dataset = dataset;
        this.width = width;
    }

    /**
     * Begins a class map.
     *
     * @param file where it will stand when it is complete; its folder must exist
     * @param grid the grid of the raster
     * @param metadata what else the file says of itself, such as the model's name
     */
    public static ClassMapFile create(Path file, GridReference grid, Map<String, String> metadata) {
        Gdal.load();
        Path partial = file.resolveSibling("." + file.getFileName() + ".part");
        Vector<String> options = new Vector<>();
        options.add("TILED=YES");
        options.add("COMPRESS=DEFLATE");
        options.add("BIGTIFF=IF_SAFER");
        Dataset dataset;
        try {
            dataset = gdal.GetDriverByName("GTiff")
                    .Create(partial.toString(), grid.width(), grid.height(), 1, gdalconst.GDT_Byte, options);
        } catch (RuntimeException unwritable) {
            throw unwritable(file, unwritable);
        }
        ClassMapFile map = new ClassMapFile(file, partial, dataset, grid.width());
        map.describe(grid, metadata);
        return map;
    }

    private static InputProblem unwritable(Path file, RuntimeException cause) {
        return new InputProblem(
                Kind.INVALID_PARAMETER,
                "The class map " + file + " cannot be written: " + cause.getMessage(),
                "Check that the folder exists, may be written to and has space",
                cause);
    }

    private void describe(GridReference grid, Map<String, String> metadata) {
        grid.transform().ifPresent(dataset::SetGeoTransform);
        grid.wkt().ifPresent(wkt -> {
            SpatialReference reference = new SpatialReference(wkt);
            dataset.SetSpatialRef(reference);
            reference.delete();
        });
        if (grid.pointSampled()) {
            dataset.SetMetadataItem("AREA_OR_POINT", "Point");
        }
        metadata.forEach(dataset::SetMetadataItem);
        SurfaceClass.all().forEach(c -> dataset.SetMetadataItem("CLASS_" + c.code(), c.label()));
        Band band = dataset.GetRasterBand(1);
        ColorTable colours = new ColorTable();
        for (SurfaceClass c : SurfaceClass.all()) {
            colours.SetColorEntry(c.code(), new Color(c.rgb() >> 16, c.rgb() >> 8 & 255, c.rgb() & 255, OPAQUE));
        }
        band.SetColorTable(colours);
        band.SetColorInterpretation(gdalconst.GCI_PaletteIndex);
        band.SetNoDataValue(SurfaceClass.NODATA);
        band.SetDescription("surface class");
    }

    @Override
    public void rows(int firstRow, int rows, byte[] classes, float[] confidence) {
        int status = dataset.GetRasterBand(1)
                .WriteRaster(0, firstRow, width, rows, width, rows, gdalconst.GDT_Byte, classes);
        if (status != gdalconst.CE_None) {
            throw unwritable(file, new IllegalStateException(Gdal.lastError()));
        }
    }

    /** Completes the file and lets it appear under its name, in place of one that stood there. */
    public void commit() {
        dataset.FlushCache();
        dataset.delete();
        dataset = null;
        try {
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unmovable) {
            throw new UncheckedIOException("The class map " + file + " cannot be put in its place", unmovable);
        }
    }

    /** Throws away what was written unless {@link #commit} was called. */
    @Override
    public void close() {
        if (dataset == null) {
            return;
        }
        dataset.delete();
        dataset = null;
        try {
            Files.deleteIfExists(partial);
        } catch (IOException undeletable) {
            throw new UncheckedIOException("The unfinished class map " + partial + " cannot be deleted", undeletable);
        }
    }
}
