package io.treehouse.inference.classify;

import io.treehouse.datasets.raster.ClassRowSink;
import io.treehouse.datasets.raster.DisplayLayers;
import io.treehouse.datasets.raster.Raster;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The files for a viewer: filled while the rows come, written when the map is complete. Belongs to one thread. */
final class DisplayOutput implements ClassRowSink {
    private final DisplayFiles files;
    private final Raster tile;
    private final Optional<Path> stagingFolder;
    private final DisplayLayers layers;

    DisplayOutput(DisplayFiles files, Raster tile, Optional<Path> stagingFolder) {
        this.files = files;
        this.tile = tile;
        this.stagingFolder = stagingFolder;
        layers = new DisplayLayers(tile.width(), tile.height());
    }

    @Override
    public void rows(int firstRow, int rows, byte[] classes, float[] confidence) {
        layers.rows(firstRow, rows, classes, confidence);
    }

    /** Writes both files; reads the tile again. */
    void publish() {
        write(files.pixels(), layers::writePixels);
        write(files.picture(), file -> layers.writePicture(tile, file));
    }

    private void write(Path target, Consumer<Path> content) {
        try (StagedFile staged = new StagedFile(target, stagingFolder, "")) {
            content.accept(staged.path());
            staged.publish();
        }
    }
}
