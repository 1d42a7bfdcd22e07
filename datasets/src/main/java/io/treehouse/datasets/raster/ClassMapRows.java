package io.treehouse.datasets.raster;

import java.nio.file.Path;
import java.util.Optional;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.gdal.gdalconst.gdalconst;

/**
 * A class map of this program that is read again from top to bottom, a few rows at a time, however large it is. Belongs to
 * one thread.
 */
public final class ClassMapRows implements AutoCloseable {
    /** Those of a tile of the file, so that each tile is read once. */
    private static final int ROWS = 512;

    private final Dataset dataset;
    private final Placement placement;

    private ClassMapRows(Dataset dataset) {
        this.dataset = dataset;
        placement = Placement.of(dataset, RasterOptions.NONE);
    }

    /**
     * Opens a class map.
     *
     * @throws io.treehouse.datasets.problem.InputProblem if it cannot be read
     */
    public static ClassMapRows open(Path file) {
        Dataset dataset = RasterFormat.of(file).open(file);
        try {
            return new ClassMapRows(dataset);
        } catch (RuntimeException unusable) {
            dataset.delete();
            throw unusable;
        }
    }

    /** Its grid. */
    public GridReference grid() {
        return placement.grid();
    }

    /** Ground area of its pixels; empty if it is not georeferenced. */
    public Optional<PixelAreas> areas() {
        return placement.areas();
    }

    /**
     * Sends all rows.
     *
     * @param confidence that of its pixels
     */
    public void sendTo(ClassRowSink sink, ShownConfidence confidence) {
        int width = grid().width();
        Band band = dataset.GetRasterBand(1);
        byte[] classes = new byte[ROWS * width];
        float[] confidences = new float[ROWS * width];
        for (int first = 0; first < grid().height(); first += ROWS) {
            int rows = Math.min(ROWS, grid().height() - first);
            try {
                band.ReadRaster(0, first, width, rows, width, rows, gdalconst.GDT_Byte, classes);
            } catch (RuntimeException damaged) {
                throw RasterFormat.unreadable(damaged);
            }
            for (int row = 0; row < rows; row++) {
                confidence.fill(first + row, confidences, row * width, width);
            }
            sink.rows(first, rows, classes, confidences);
        }
    }

    @Override
    public void close() {
        dataset.delete();
    }
}
