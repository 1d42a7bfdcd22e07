package io.treehouse.inference.classify;

import io.treehouse.datasets.raster.ClassMapFile;
import io.treehouse.datasets.raster.ClassRowSink;
import io.treehouse.datasets.raster.CloudOptimizedGeoTiff;
import io.treehouse.datasets.raster.GridReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The class map as a file, plain or cloud optimized; the latter can only be made from the finished plain one. Belongs to
 * one thread.
 */
final class ClassMapOutput implements ClassRowSink, AutoCloseable {
    private final boolean cloudOptimized;
    private final StagedFile plain;
    private final StagedFile optimized;
    private final ClassMapFile map;

    ClassMapOutput(
            Path target,
            boolean cloudOptimized,
            GridReference grid,
            Map<String, String> metadata,
            Optional<Path> stagingFolder) {
        this.cloudOptimized = cloudOptimized;
        plain = new StagedFile(target, stagingFolder, "");
        optimized = new StagedFile(target, stagingFolder, "");
        map = ClassMapFile.create(plain.path(), grid, metadata);
    }

    @Override
    public void rows(int firstRow, int rows, byte[] classes, float[] confidence) {
        map.rows(firstRow, rows, classes, confidence);
    }

    /** Completes the file and lets it appear. */
    void publish() {
        map.commit();
        if (cloudOptimized) {
            CloudOptimizedGeoTiff.copy(plain.path(), optimized.path());
            optimized.publish();
        } else {
            plain.publish();
        }
    }

    @Override
    public void close() {
        map.close();
        plain.close();
        optimized.close();
    }
}
