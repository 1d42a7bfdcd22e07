package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.ClassRowSink;
import io.treehouse.datasets.raster.RgbSource;
import java.util.List;

/** A scene whose memory is set aside, its own and that of what is made of its map, until this is closed. Belongs to one thread. */
public final class AdmittedScene implements AutoCloseable {
    private final SceneSegmenter segmenter;
    private final RgbSource scene;
    private final SceneLayout layout;
    private final HeapBudget.Share memory;

    AdmittedScene(SceneSegmenter segmenter, RgbSource scene, SceneLayout layout, HeapBudget.Share memory) {
        this.segmenter = segmenter;
        this.scene = scene;
        this.layout = layout;
        this.memory = memory;
    }

    /** The grids that the network sees the scene on, the model's own first. */
    public List<SeenGrid> grids() {
        return layout.grids().stream()
                .map(grid -> new SeenGrid(grid.gsdMetres(), grid.share()))
                .toList();
    }

    /**
     * Segments the scene: reads it once from top to bottom on a thread of its own, and calls the sink and the progress on
     * the calling thread.
     *
     * @param sink receives all rows; pixels without imagery are nodata, exactly those of the source
     * @param probabilities is told the probabilities behind each pixel
     * @param progress is told after every window
     * @throws InterruptedException if the thread is interrupted; the sink then has only part of the rows
     */
    public void segment(ClassRowSink sink, PixelProbabilities probabilities, WindowProgress progress)
            throws InterruptedException {
        segment(sink, probabilities, WindowMemory.NONE, progress);
    }

    /** Segments the scene as the other method does; the network is not asked about windows that the memory holds. */
    public void segment(
            ClassRowSink sink, PixelProbabilities probabilities, WindowMemory windows, WindowProgress progress)
            throws InterruptedException {
        segmenter.run(scene, layout, new SceneOutput(sink, probabilities, segmenter.temperature(), windows, progress));
    }

    /** Gives the memory back. */
    @Override
    public void close() {
        memory.close();
    }
}
