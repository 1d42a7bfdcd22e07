package io.treehouse.datasets.raster;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Vector;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;

/**
 * Copies class maps and probabilities to Cloud Optimized GeoTIFFs. GDAL makes these from finished files only, which is why a class map is
 * first streamed to a {@link ClassMapFile}. Thread-safe.
 */
public final class CloudOptimizedGeoTiff {
    private CloudOptimizedGeoTiff() {}

    /**
     * Copies a class map with its grid, colours and metadata. The overviews hold the most frequent code of the pixels
     * that they stand for, never an average of codes.
     *
     * @param classMap a finished class map
     * @param target the copy; may be the class map itself, which is then replaced
     * @throws java.io.UncheckedIOException if the copy cannot be written
     */
    public static void copy(Path classMap, Path target) {
        copy(classMap, target, "MODE");
    }

    /**
     * Copies class probabilities with their grid, bands and metadata. The overviews hold the mean of the pixels that they
     * stand for.
     *
     * @param probabilities what a {@link ProbabilityFile} has written
     * @param target the copy
     * @throws java.io.UncheckedIOException if the copy cannot be written
     */
    public static void copyAveraged(Path probabilities, Path target) {
        copy(probabilities, target, "AVERAGE");
    }

    private static void copy(Path source, Path target, String resampling) {
        try (PendingFile file = PendingFile.of(target)) {
            try {
                copyTo(source, file.path(), resampling);
            } catch (RuntimeException fault) {
                throw file.unwritable(fault);
            }
            file.publish();
        }
    }

    private static void copyTo(Path finished, Path target, String resampling) {
        Dataset source = Gdal.open(finished.toAbsolutePath().toString(), List.of("GTiff"));
        try {
            Vector<String> options = new Vector<>(Arrays.asList(
                    "COMPRESS=DEFLATE",
                    "RESAMPLING=" + resampling,
                    "OVERVIEWS=AUTO",
                    "BIGTIFF=IF_SAFER",
                    "NUM_THREADS=1"));
            Gdal.checked(() -> {
                Dataset copy = gdal.GetDriverByName("COG").CreateCopy(target.toString(), source, 1, options);
                if (copy != null) {
                    copy.delete();
                }
            });
        } finally {
            source.delete();
        }
    }
}
