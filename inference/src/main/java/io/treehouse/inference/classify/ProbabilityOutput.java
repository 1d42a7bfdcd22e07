package io.treehouse.inference.classify;

import io.treehouse.datasets.raster.CloudOptimizedGeoTiff;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.ProbabilityFile;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.inference.scene.Temperature;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The calibrated class probabilities as a file, plain or cloud optimized. Belongs to one thread at a time: that of the
 * segmentation while it runs.
 */
final class ProbabilityOutput implements PixelProbabilities, AutoCloseable {
    private final Temperature temperature;
    private final boolean cloudOptimized;
    private final StagedFile plain;
    private final StagedFile optimized;
    private final ProbabilityFile file;
    private final int height;
    private final byte[] row;
    private final float[] scaled = new float[SurfaceClass.COUNT];
    private int currentRow;

    ProbabilityOutput(
            Path target,
            boolean cloudOptimized,
            Temperature temperature,
            GridReference grid,
            Map<String, String> metadata,
            Optional<Path> stagingFolder) {
        this.temperature = temperature;
        this.cloudOptimized = cloudOptimized;
        plain = new StagedFile(target, stagingFolder, "");
        optimized = new StagedFile(target, stagingFolder, "");
        file = ProbabilityFile.create(plain.path(), grid, metadata);
        height = grid.height();
        row = new byte[SurfaceClass.COUNT * grid.width()];
        Arrays.fill(row, (byte) ProbabilityFile.NODATA);
    }

    @Override
    public void pixel(int x, int y, float[] probabilities) {
        endRowsBefore(y);
        temperature.scale(probabilities, scaled);
        for (int c = 0; c < SurfaceClass.COUNT; c++) {
            row[SurfaceClass.COUNT * x + c] = (byte) Math.round(ProbabilityFile.CERTAIN * scaled[c]);
        }
    }

    /** Rows without any imagery are told nothing of. */
    private void endRowsBefore(int y) {
        for (; currentRow < y; currentRow++) {
            file.row(row);
            Arrays.fill(row, (byte) ProbabilityFile.NODATA);
        }
    }

    /** Completes the file and lets it appear. */
    void publish() {
        endRowsBefore(height);
        file.commit();
        if (cloudOptimized) {
            CloudOptimizedGeoTiff.copyAveraged(plain.path(), optimized.path());
            optimized.publish();
        } else {
            plain.publish();
        }
    }

    @Override
    public void close() {
        file.close();
        plain.close();
        optimized.close();
    }
}
