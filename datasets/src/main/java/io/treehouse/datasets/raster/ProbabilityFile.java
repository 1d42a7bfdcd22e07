package io.treehouse.datasets.raster;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;

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
    private static final int TILE_PIXELS = 256;

    private final PendingFile file;
    private final int width;
    private final int height;
    private final byte[] tileRow;
    private Dataset dataset;
    private int received;

    private ProbabilityFile(PendingFile file, GridReference grid) {
        this.file = file;
        this.width = grid.width();
        this.height = grid.height();
        this.tileRow = new byte[Math.toIntExact(heapBytes(width))];
    }

    /** Memory in bytes that a file holds on the Java heap. */
    public static long heapBytes(int width) {
        return (long) BANDS * TILE_PIXELS * width;
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
        Gdal.load();
        ProbabilityFile probabilities = new ProbabilityFile(PendingFile.of(target), grid);
        try {
            probabilities.open(grid, metadata);
        } catch (RuntimeException fault) {
            probabilities.close();
            throw probabilities.file.unwritable(fault);
        }
        return probabilities;
    }

    private void open(GridReference grid, Map<String, String> metadata) {
        Vector<String> options = new Vector<>(List.of(
                "TILED=YES",
                "BLOCKXSIZE=" + TILE_PIXELS,
                "BLOCKYSIZE=" + TILE_PIXELS,
                "COMPRESS=DEFLATE",
                "INTERLEAVE=PIXEL",
                "PHOTOMETRIC=MINISBLACK",
                "BIGTIFF=IF_SAFER"));
        dataset = gdal.GetDriverByName("GTiff")
                .Create(file.path().toString(), width, height, BANDS, gdalconst.GDT_Byte, options);
        if (grid.pointSampled()) {
            dataset.SetMetadataItem("AREA_OR_POINT", "Point");
        }
        grid.wkt().ifPresent(dataset::SetProjection);
        grid.transform().ifPresent(dataset::SetGeoTransform);
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
        if (received == height || values.length != BANDS * width) {
            throw new IllegalArgumentException(
                    "Row " + received + " of " + height + " has " + values.length + " values");
        }
        System.arraycopy(values, 0, tileRow, received % TILE_PIXELS * values.length, values.length);
        received++;
        if (received % TILE_PIXELS == 0 || received == height) {
            writeTileRow();
        }
    }

    private void writeTileRow() {
        int rows = (received - 1) % TILE_PIXELS + 1;
        int[] bands = new int[BANDS];
        Arrays.setAll(bands, band -> band + 1);
        try {
            dataset.WriteRaster(
                    0,
                    received - rows,
                    width,
                    rows,
                    width,
                    rows,
                    gdalconst.GDT_Byte,
                    tileRow,
                    bands,
                    BANDS,
                    BANDS * width,
                    1);
        } catch (RuntimeException fault) {
            throw file.unwritable(fault);
        }
    }

    /**
     * Completes the file and gives it its name.
     *
     * @throws IllegalStateException if rows are missing
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void commit() {
        if (received != height) {
            throw new IllegalStateException(received + " of " + height + " rows were received");
        }
        try {
            dataset.FlushCache();
            release();
        } catch (RuntimeException fault) {
            throw file.unwritable(fault);
        }
        file.publish();
    }

    private void release() {
        if (dataset != null) {
            Dataset closing = dataset;
            dataset = null;
            closing.delete();
        }
    }

    @Override
    public void close() {
        try {
            release();
        } finally {
            file.close();
        }
    }
}
