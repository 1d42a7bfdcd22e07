package io.treehouse.inference.classify;

import io.treehouse.datasets.raster.ClassRowSink;
import io.treehouse.datasets.raster.DisplayLayers;
import io.treehouse.datasets.raster.OverlayPng;
import io.treehouse.datasets.raster.ProbabilityFile;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.landcover.LandCover;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.inference.scene.Temperature;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files asked for beside an answer: filled while the rows come, published when the map is complete. Each of them is
 * then complete, or absent. Belongs to one thread.
 */
final class TileFiles implements ClassRowSink, AutoCloseable {
    private final Raster tile;
    private final Optional<ClassMapOutput> classMap;
    private final Optional<OverlayPng> overlay;
    private final Optional<Path> overlayFile;
    private final Optional<DisplayOutput> display;
    private final Optional<ProbabilityOutput> probabilities;
    private final Optional<Path> stagingFolder;

    /**
     * @param temperature of the model, for probabilities
     * @param metadata what the maps say of their making
     * @param stagingFolder where files are while they are unfinished
     */
    TileFiles(
            TileOutputs outputs,
            Raster tile,
            Temperature temperature,
            Map<String, String> metadata,
            Optional<Path> stagingFolder) {
        this.tile = tile;
        this.stagingFolder = stagingFolder;
        classMap = outputs.classMap()
                .map(file -> new ClassMapOutput(file, outputs.cloudOptimized(), tile.grid(), metadata, stagingFolder));
        overlayFile = outputs.overlay();
        overlay = overlayFile.map(file -> new OverlayPng(tile.width(), tile.height()));
        display = outputs.display().map(files -> new DisplayOutput(files, tile, stagingFolder));
        probabilities = outputs.probabilities()
                .map(file -> new ProbabilityOutput(
                        file, outputs.cloudOptimized(), temperature, tile.grid(), metadata, stagingFolder));
    }

    /** Memory in bytes that they take on the Java heap. */
    static long heapBytes(TileOutputs outputs, Raster tile) {
        long picture = outputs.overlay().isPresent() ? OverlayPng.heapBytes(tile.width(), tile.height()) : 0;
        long display = outputs.display().isPresent() ? DisplayLayers.heapBytes(tile.width(), tile.height()) : 0;
        return picture + display + (outputs.probabilities().isPresent() ? ProbabilityFile.heapBytes(tile.width()) : 0);
    }

    /** Who is to be told the probabilities of the pixels. */
    PixelProbabilities probabilities() {
        return probabilities.isPresent() ? probabilities.get() : PixelProbabilities.NONE;
    }

    @Override
    public void rows(int firstRow, int rows, byte[] classes, float[] confidence) {
        classMap.ifPresent(map -> map.rows(firstRow, rows, classes, confidence));
        overlay.ifPresent(picture -> picture.rows(firstRow, rows, classes, confidence));
        display.ifPresent(layers -> layers.rows(firstRow, rows, classes, confidence));
    }

    /** Completes all files; reads the tile again for its pictures. */
    void publish(LandCover cover) {
        overlay.ifPresent(picture -> {
            picture.blend(tile);
            try (StagedFile staged = new StagedFile(overlayFile.orElseThrow(), stagingFolder, "")) {
                picture.write(shares(cover), staged.path());
                staged.publish();
            }
        });
        display.ifPresent(DisplayOutput::publish);
        classMap.ifPresent(ClassMapOutput::publish);
        probabilities.ifPresent(ProbabilityOutput::publish);
    }

    private static Map<SurfaceClass, Double> shares(LandCover cover) {
        Map<SurfaceClass, Double> shares = new EnumMap<>(SurfaceClass.class);
        cover.classes().forEach((surface, classCover) -> shares.put(surface, classCover.fraction()));
        return shares;
    }

    @Override
    public void close() {
        classMap.ifPresent(ClassMapOutput::close);
        probabilities.ifPresent(ProbabilityOutput::close);
    }
}
