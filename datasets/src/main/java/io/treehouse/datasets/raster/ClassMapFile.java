package io.treehouse.datasets.raster;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Vector;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;

/**
 * Writes a class map, from top to bottom, as a tiled DEFLATE GeoTIFF on exactly the grid of the raster it was made from:
 * one byte band of class codes 0…4 with 255 as nodata, a colour table, and the classes' names in the metadata as {@code
 * CLASS_0=other} … {@code CLASS_4=tree_canopy} (GDAL would put category names into a side file). The file appears under
 * its name when {@link #commit()} succeeds and not before; {@link #close()} without it leaves nothing behind. Holds one
 * row of tiles in memory; belongs to one thread at a time.
 */
public final class ClassMapFile implements ClassRowSink, AutoCloseable {
    private static final int TILE_PIXELS = 256;

    private final PendingFile file;
    private final int width;
    private final int height;
    private final byte[] tileRow;
    private Dataset dataset;
    private int received;

    private ClassMapFile(PendingFile file, GridReference grid) {
        this.file = file;
        this.width = grid.width();
        this.height = grid.height();
        this.tileRow = new byte[Math.multiplyExact(TILE_PIXELS, width)];
    }

    /**
     * Begins a class map.
     *
     * @param target where it shall appear; a file of that name is replaced on commit
     * @param grid the grid of the raster that is classified
     * @param metadata items for the file, such as {@code TREEHOUSE_MODEL}
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public static ClassMapFile create(Path target, GridReference grid, Map<String, String> metadata) {
        Gdal.load();
        ClassMapFile map = new ClassMapFile(PendingFile.of(target), grid);
        try {
            map.open(grid, metadata);
        } catch (RuntimeException fault) {
            map.close();
            throw map.file.unwritable(fault);
        }
        return map;
    }

    private void open(GridReference grid, Map<String, String> metadata) {
        Vector<String> options = new Vector<>(Arrays.asList(
                "TILED=YES",
                "BLOCKXSIZE=" + TILE_PIXELS,
                "BLOCKYSIZE=" + TILE_PIXELS,
                "COMPRESS=DEFLATE",
                "BIGTIFF=IF_SAFER"));
        dataset = gdal.GetDriverByName("GTiff")
                .Create(file.path().toString(), width, height, 1, gdalconst.GDT_Byte, options);
        if (grid.pointSampled()) {
            dataset.SetMetadataItem("AREA_OR_POINT", "Point");
        }
        grid.wkt().ifPresent(dataset::SetProjection);
        grid.transform().ifPresent(dataset::SetGeoTransform);
        Band band = dataset.GetRasterBand(1);
        band.SetNoDataValue(SurfaceClass.NODATA);
        ClassColours.applyTo(band);
        metadata.forEach(dataset::SetMetadataItem);
        SurfaceClass.all().forEach(c -> dataset.SetMetadataItem("CLASS_" + c.code(), c.label()));
    }

    @Override
    public void rows(int firstRow, int rows, byte[] classes, float[] confidence) {
        if (firstRow != received || rows < 1 || firstRow + rows > height) {
            throw new IllegalArgumentException("Rows %d to %d do not follow on %d rows received of %d"
                    .formatted(firstRow, firstRow + rows - 1, received, height));
        }
        for (int row = 0; row < rows; row++) {
            System.arraycopy(classes, row * width, tileRow, received % TILE_PIXELS * width, width);
            received++;
            if (received % TILE_PIXELS == 0 || received == height) {
                writeTileRow();
            }
        }
    }

    private void writeTileRow() {
        int rows = (received - 1) % TILE_PIXELS + 1;
        try {
            dataset.GetRasterBand(1)
                    .WriteRaster(0, received - rows, width, rows, width, rows, gdalconst.GDT_Byte, tileRow);
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
