package io.treehouse.datasets.raster;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.nio.file.Path;
import java.util.Map;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;

/**
 * Writes class probabilities, from top to bottom, as a tiled DEFLATE GeoTIFF on exactly the grid of the raster they were
 * made from: one byte band a class, named after it, whose values times the band's scale 0.004 are probabilities; 255 is
 * nodata. The file appears under its name when {@link #commit()} succeeds and not before; {@link #close()} without it
 * leaves nothing behind. Holds one row of tiles in memory; belongs to one thread at a time.
 */
public final class ProbabilityFile implements AutoCloseable {
    /** Value of a pixel's band whose class is certain. */
    public static final int CERTAIN = 250;

    /** Value of all bands of a pixel without imagery. */
    public static final int NODATA = 255;

    private static final int BANDS = SurfaceClass.COUNT;

    private final TiledGeoTiff file;
    private final int valuesOfRow;

    private ProbabilityFile(TiledGeoTiff file, int valuesOfRow) {
        this.file = file;
        this.valuesOfRow = valuesOfRow;
    }

    /** Memory in bytes that a file holds on the Java heap. */
    public static long heapBytes(int width) {
        return TiledGeoTiff.heapBytes(width, BANDS);
    }

    /**
     * Begins a file.
     *
     * @param target where it shall appear; a file of that name is replaced on commit
     * @param grid the grid of the raster that is classified
     * @param metadata items for the file
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public static ProbabilityFile create(Path target, GridReference grid, Map<String, String> metadata) {
        TiledGeoTiff file = TiledGeoTiff.create(target, grid, BANDS, dataset -> describe(dataset, metadata));
        return new ProbabilityFile(file, BANDS * grid.width());
    }

    private static void describe(Dataset dataset, Map<String, String> metadata) {
        metadata.forEach(dataset::SetMetadataItem);
        for (SurfaceClass surface : SurfaceClass.all()) {
            Band band = dataset.GetRasterBand(surface.code() + 1);
            band.SetDescription(surface.label());
            band.SetScale(1.0 / CERTAIN);
            band.SetOffset(0);
            band.SetNoDataValue(NODATA);
        }
    }

    /**
     * Takes the next row.
     *
     * @param values {@code [width, class]} probabilities times {@link #CERTAIN}, or {@link #NODATA}; copied
     */
    public void row(byte[] values) {
        if (values.length != valuesOfRow) {
            throw new IllegalArgumentException("A row has " + valuesOfRow + " values, not " + values.length);
        }
        file.row(values, 0);
    }

    /**
     * Completes the file and gives it its name.
     *
     * @throws IllegalStateException if rows are missing
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void commit() {
        file.commit();
    }

    @Override
    public void close() {
        file.close();
    }
}
