package io.treehouse.inference.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.ClassMapReader;
import io.treehouse.datasets.raster.Gdal;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.gdal.gdalconst.gdalconst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbabilityOutputTest {
    private static final int WIDTH = DrawnPng.WIDTH;
    private static final int HEIGHT = DrawnPng.HEIGHT;

    @TempDir
    Path folder;

    @Test
    void theFileHasABandOfEachClassWhoseLargestIsTheClassOfTheMap() throws Exception {
        Path map = folder.resolve("map.tif");
        for (boolean cloudOptimized : new boolean[] {false, true}) {
            Path file = folder.resolve("probabilities.tif");
            classify(255, map, file, cloudOptimized);

            byte[][] bands = read(file, cloudOptimized);
            byte[] classes = ClassMapReader.read(map).classes();
            for (int i = 0; i < classes.length; i++) {
                int sum = 0;
                int largest = 0;
                for (byte[] band : bands) {
                    sum += band[i] & 255;
                    largest = Math.max(largest, band[i] & 255);
                }
                assertEquals(250, sum, 3);
                assertEquals(largest, bands[classes[i]][i] & 255);
            }
        }
    }

    private static byte[][] read(Path file, boolean cloudOptimized) {
        Dataset dataset = Gdal.open(file.toString(), List.of("GTiff"));
        try {
            assertEquals(SurfaceClass.COUNT, dataset.getRasterCount());
            if (cloudOptimized) {
                assertEquals("COG", dataset.GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE"));
            }
            byte[][] bands = new byte[SurfaceClass.COUNT][WIDTH * HEIGHT];
            for (SurfaceClass surface : SurfaceClass.all()) {
                Band band = dataset.GetRasterBand(surface.code() + 1);
                Double[] value = new Double[1];
                assertEquals(surface.label(), band.GetDescription());
                band.GetScale(value);
                assertEquals(0.004, value[0], 1e-12);
                band.GetOffset(value);
                assertEquals(0, value[0]);
                band.GetNoDataValue(value);
                assertEquals(255, value[0]);
                band.ReadRaster(0, 0, WIDTH, HEIGHT, WIDTH, HEIGHT, gdalconst.GDT_Byte, bands[surface.code()]);
            }
            assertTrue(dataset.GetMetadataItem("MODEL_NAME").length() > 0);
            return bands;
        } finally {
            dataset.delete();
        }
    }

    private static void classify(int alpha, Path map, Path probabilities, boolean cloudOptimized) throws Exception {
        Path tile = DrawnPng.write(map.resolveSibling("tile.png"), alpha);
        TileOutputs outputs = new TileOutputs(
                Optional.of(map), cloudOptimized, Optional.empty(), ObjectOutputs.NONE, Optional.of(probabilities));
        try (TileClassifier classifier = TileClassifier.open(
                new ModelBundle(TestModels.tiny(), "ab".repeat(32)),
                new EngineOptions(PrecisionChoice.EXACT, 1),
                "1")) {
            classifier.classify(
                    new TileRequest(tile, RasterOptions.NONE, Long.MAX_VALUE, null, null, outputs),
                    WindowProgress.NONE);
        }
    }
}
