package io.treehouse.server.benchmark;

import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.inference.classify.TileOutputs;
import io.treehouse.inference.classify.TileRequest;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.benchmark.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures how long a tile takes when it comes alone. */
final class TileBenchmark {
    private final TileClassifier classifier;
    private final ScenePictures pictures;
    private final Path folder;

    /** @param folder for the tiles' files */
    TileBenchmark(TileClassifier classifier, ScenePictures pictures, Path folder) {
        this.classifier = classifier;
        this.pictures = pictures;
        this.folder = folder;
    }

    /** Classifies one tile. */
    void classifyOnce(int sidePixels) throws IOException, InterruptedException {
        classifier.classify(request(sidePixels), WindowProgress.NONE);
    }

    /** Median over runs, after one to warm up. */
    TileFigures measure(int sidePixels, int runs) throws IOException, InterruptedException {
        TileRequest request = request(sidePixels);
        classifier.classify(request, WindowProgress.NONE);
        List<Double> seconds = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            classifier.classify(request, WindowProgress.NONE);
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        double median = Figures.median(seconds);
        return new TileFigures(sidePixels, median, sidePixels * (double) sidePixels / 1e6 / median);
    }

    private TileRequest request(int sidePixels) throws IOException {
        Path file = folder.resolve("tile" + sidePixels + ".png");
        if (!Files.exists(file)) {
            Files.write(file, pictures.png(sidePixels, 0));
        }
        double gsdMetres = classifier.model().gsdMetres();
        return new TileRequest(
                file, RasterOptions.NONE.withGsdMetres(gsdMetres), Long.MAX_VALUE, null, null, TileOutputs.NONE);
    }
}
