package io.treehouse.datasets.raster;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Vector;
import java.util.function.Consumer;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;

/**
 * Writes bytes row by row, from top to bottom, as a tiled DEFLATE GeoTIFF on a grid. The file appears under its name when
 * {@link #commit()} succeeds and not before; {@link #close()} without it leaves nothing behind. Holds one row of tiles in
 * memory; belongs to one thread at a time.
 */
final class TiledGeoTiff implements AutoCloseable {
    private static final int TILE_PIXELS = 256;

    private final PendingFile file;
    private final int width;
    private final int height;
    private final int bands;
    private final byte[] tileRow;
    private Dataset dataset;
    private int received;

    private TiledGeoTiff(PendingFile file, GridReference grid, int bands) {
        this.file = file;
        this.width = grid.width();
        this.height = grid.height();
        this.bands = bands;
        this.tileRow = new byte[Math.toIntExact(heapBytes(width, bands))];
    }

    /** Memory in bytes that a file holds on the Java heap. */
    static long heapBytes(int width, int bands) {
        return (long) bands * TILE_PIXELS * width;
    }

    /**
     * Begins a file.
     *
     * @param target where it shall appear; a file of that name is replaced on commit
     * @param grid its grid
     * @param bands its bands
     * @param description says of the empty file and its bands what they hold
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    static TiledGeoTiff create(Path target, GridReference grid, int bands, Consumer<Dataset> description) {
        Gdal.load();
        TiledGeoTiff tiff = new TiledGeoTiff(PendingFile.of(target), grid, bands);
        try {
            tiff.open(grid, description);
        } catch (RuntimeException fault) {
            tiff.close();
            throw tiff.file.unwritable(fault);
        }
        return tiff;
    }

    private void open(GridReference grid, Consumer<Dataset> description) {
        Dataset empty = gdal.GetDriverByName("VRT").Create("", width, height, bands, gdalconst.GDT_Byte);
        try {
            if (grid.pointSampled()) {
                empty.SetMetadataItem("AREA_OR_POINT", "Point");
            }
            grid.wkt().ifPresent(empty::SetProjection);
            grid.transform().ifPresent(empty::SetGeoTransform);
            description.accept(empty);
            copy(empty);
        } finally {
            empty.delete();
        }
        dataset = gdal.OpenEx(
                file.path().toString(), gdalconst.OF_RASTER | gdalconst.OF_UPDATE, new Vector<>(List.of("GTiff")));
    }

    private void copy(Dataset empty) {
        // Sparse: all blocks are written later.
        Vector<String> options = new Vector<>(List.of(
                "TILED=YES",
                "BLOCKXSIZE=" + TILE_PIXELS,
                "BLOCKYSIZE=" + TILE_PIXELS,
                "COMPRESS=DEFLATE",
                "BIGTIFF=IF_SAFER",
                "SPARSE_OK=TRUE"));
        if (bands > 1) {
            options.addAll(List.of("INTERLEAVE=PIXEL", "PHOTOMETRIC=MINISBLACK"));
        }
        Dataset source = MetadataText.inUtf8(empty);
        try {
            gdal.GetDriverByName("GTiff")
                    .CreateCopy(file.path().toString(), source, options)
                    .delete();
        } finally {
            source.delete();
        }
    }

    /** Rows received so far. */
    int received() {
        return received;
    }

    /**
     * Takes the next row.
     *
     * @param values {@code [width, band]} from {@code offset} on; copied
     * @throws IllegalArgumentException if the file has all of its rows
     */
    void row(byte[] values, int offset) {
        if (received == height) {
            throw new IllegalArgumentException("All " + height + " rows were received");
        }
        System.arraycopy(values, offset, tileRow, received % TILE_PIXELS * bands * width, bands * width);
        received++;
        if (received % TILE_PIXELS == 0 || received == height) {
            writeTileRow();
        }
    }

    private void writeTileRow() {
        int rows = (received - 1) % TILE_PIXELS + 1;
        int[] numbers = new int[bands];
        Arrays.setAll(numbers, band -> band + 1);
        try {
            Gdal.checked(() -> dataset.WriteRaster(
                    0,
                    received - rows,
                    width,
                    rows,
                    width,
                    rows,
                    gdalconst.GDT_Byte,
                    tileRow,
                    numbers,
                    bands,
                    bands * width,
                    1));
            // At once, so that a full disk shows here and not in what happens to write this out later.
            Gdal.checked(dataset::FlushCache);
        } catch (RuntimeException fault) {
            throw file.unwritable(fault);
        }
    }

    /**
     * Completes the file and gives it its name.
     *
     * @throws IllegalStateException if rows are missing
     * @throws java.io.UncheckedIOException if the file cannot be written, for instance because the disk is full
     */
    void commit() {
        if (received != height) {
            throw new IllegalStateException(received + " of " + height + " rows were received");
        }
        try {
            Gdal.checked(dataset::FlushCache);
            Gdal.checked(this::release);
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
