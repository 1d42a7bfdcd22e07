package io.treehouse.datasets.raster;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.nio.file.Path;
import java.util.Map;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;

/**
 * Writes a class map, from top to bottom, as a tiled DEFLATE GeoTIFF on exactly the grid of the raster it was made from:
 * one byte band of class codes 0…4 with 255 as nodata, a colour table, and the classes' names in the metadata as {@code
 * CLASS_0=other} … {@code CLASS_4=tree_canopy} (GDAL would put category names into a side file). The file appears under
 * its name when {@link #commit()} succeeds and not before; {@link #close()} without it leaves nothing behind. Holds one
 * row of tiles in memory; belongs to one thread at a time.
 */
public final class ClassMapFile implements ClassRowSink, AutoCloseable {
    private final TiledGeoTiff file;
    private final int width;
    private final int height;

    private ClassMapFile(TiledGeoTiff file, int width, int height) {
        this.file = file;
        this.width = width;
        this.height = height;
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
        TiledGeoTiff file = TiledGeoTiff.create(target, grid, 1, dataset -> describe(dataset, metadata));
        return new ClassMapFile(file, grid.width(), grid.height());
    }

    private static void describe(Dataset dataset, Map<String, String> metadata) {
        Band band = dataset.GetRasterBand(1);
        band.SetNoDataValue(SurfaceClass.NODATA);
        ClassColours.applyTo(band);
        metadata.forEach(dataset::SetMetadataItem);
        SurfaceClass.all().forEach(c -> dataset.SetMetadataItem("CLASS_" + c.code(), c.label()));
    }

    @Override
    public void rows(int firstRow, int rows, byte[] classes, float[] confidence) {
        if (firstRow != file.received() || rows < 1 || firstRow + rows > height) {
            throw new IllegalArgumentException("Rows %d to %d do not follow on %d rows received of %d"
                    .formatted(firstRow, firstRow + rows - 1, file.received(), height));
        }
        for (int row = 0; row < rows; row++) {
            file.row(classes, row * width);
        }
    }

    /**
     * Completes the file and gives it its name.
     *
     * @throws IllegalStateException if rows are missing
     * @throws java.io.UncheckedIOException if the file cannot be written, for instance because the disk is full
     */
    public void commit() {
        file.commit();
    }

    @Override
    public void close() {
        file.close();
    }
}
