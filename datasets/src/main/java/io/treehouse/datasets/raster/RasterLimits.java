package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;

/** What is too large to be read, as the file's header tells before any pixel is unpacked. */
final class RasterLimits {
    private static final long MAXIMUM_BLOCK_BYTES = 384L << 20;

    private RasterLimits() {}

    /**
     * Refuses a file that has no picture or too much of one.
     *
     * @param maximumPixels the most that are taken at once
     * @throws InputProblem if it has more, or stores them in blocks that are too large
     */
    static void require(Dataset dataset, long maximumPixels) {
        long pixels = (long) dataset.getRasterXSize() * dataset.getRasterYSize();
        if (pixels > maximumPixels) {
            throw new InputProblem(
                    Kind.TOO_LARGE,
                    "The picture has %d × %d pixels; at most %d pixels are taken at once"
                            .formatted(dataset.getRasterXSize(), dataset.getRasterYSize(), maximumPixels),
                    "Cut it into tiles, or raise the limit");
        }
        if (dataset.getRasterCount() == 0) {
            throw new InputProblem(
                    Kind.UNUSABLE_RASTER, "The file holds no picture of its own", "Send one of its sub-pictures");
        }
        if (blockBytes(dataset) > MAXIMUM_BLOCK_BYTES) {
            throw new InputProblem(
                    Kind.TOO_LARGE,
                    "The picture is stored in blocks of %d MiB, each of which must be unpacked as a whole"
                            .formatted(blockBytes(dataset) >> 20),
                    "Store it in tiles, for instance as a Cloud Optimized GeoTIFF");
        }
    }

    /** Memory that the file's layout takes for one block; a small compressed file can claim gigabytes. */
    private static long blockBytes(Dataset dataset) {
        Band band = dataset.GetRasterBand(1);
        int[] columns = new int[1];
        int[] rows = new int[1];
        band.GetBlockSize(columns, rows);
        boolean interleaved = "PIXEL".equals(dataset.GetMetadataItem("INTERLEAVE", "IMAGE_STRUCTURE"));
        long bits = gdal.GetDataTypeSize(band.getDataType());
        return (long) columns[0] * rows[0] * (interleaved ? dataset.getRasterCount() : 1) * bits / Byte.SIZE;
    }
}
