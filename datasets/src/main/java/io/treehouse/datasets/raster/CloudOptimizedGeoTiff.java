package io.treehouse.datasets.raster;

import java.nio.file.Path;
import java.util.List;
import java.util.Vector;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;

/** Copies of class maps as Cloud Optimized GeoTIFF, with overviews that show the most frequent class of their pixels. */
public final class CloudOptimizedGeoTiff {
    private CloudOptimizedGeoTiff() {}

    /**
     * Copies a finished class map.
     *
     * @param classMap a GeoTIFF of {@link ClassMapFile}
     * @param target where the copy will stand
     */
    public static void copy(Path classMap, Path target) {
        Dataset source = Gdal.open(classMap.toString(), List.of("GTiff"));
        try {
            Vector<String> options = new Vector<>(
                    List.of("COMPRESS=DEFLATE", "OVERVIEW_RESAMPLING=MODE", "RESAMPLING=NEAREST", "BIGTIFF=IF_SAFER"));
            Dataset copy = gdal.GetDriverByName("COG").CreateCopy(target.toString(), source, 1, options);
            if (copy == null) {
                throw new IllegalStateException(
                        "The class map cannot be copied to " + target + ": " + Gdal.lastError());
            }
            copy.delete();
        } finally {
            source.delete();
        }
    }
}
