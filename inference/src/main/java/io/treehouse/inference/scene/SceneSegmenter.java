package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.ClassRowSink;
import io.treehouse.datasets.raster.RgbSource;
import io.treehouse.model.bundle.ModelInput;

/**
 * Makes the class map of a scene of any size: brings it to the model's ground sampling distance, runs the network over
 * overlapping windows, blends their probabilities and brings them back to the scene's own grid.
 *
 * <p>The map follows from the scene and the model alone, bit for bit: neither the number of workers nor other scenes in
 * work at the same time nor the size of reads enters. Memory is bounded by window size × scene width, whatever the height.
 * Thread-safe; scenes segmented at the same time share the workers, window by window in turn.
 */
public final class SceneSegmenter implements AutoCloseable {
    private final ModelInput input;
    private final WindowClassifier classifier;
    private final Temperature temperature;
    private final int buffers;
    private final WindowWorkers workers;
    private final HeapBudget heap = HeapBudget.ofProcess();

    /** A segmenter whose confidences are the classifier's own, not calibrated. */
    public SceneSegmenter(ModelInput input, WindowClassifier classifier, int workerCount) {
        this(input, 1, classifier, workerCount);
    }

    /**
     * @param input ground sampling distance and windows of the model
     * @param temperature of the model: confidences are scaled with it, the class map does not depend on it
     * @param classifier the network
     * @param workerCount windows classified at the same time, at least 1: the number of engines
     */
    public SceneSegmenter(ModelInput input, double temperature, WindowClassifier classifier, int workerCount) {
        this.input = input;
        this.temperature = new Temperature(temperature);
        this.classifier = classifier;
        // As many windows are ready as there are workers, so that none of them waits for the thread that reads.
        buffers = 2 * workerCount;
        workers = new WindowWorkers(workerCount);
    }

    /**
     * Segments a scene, waiting a little while others hold the memory that it needs. Reads it once from top to bottom on
     * a thread of its own; calls the sink and the progress on the calling thread.
     *
     * @param scene the scene; a ground sampling distance that is only assumed is taken to be the model's
     * @param sink receives all rows; pixels without imagery are nodata, exactly those of the source
     * @param progress is told after every window
     * @throws io.treehouse.datasets.problem.InputProblem if the scene is too wide for the heap
     * @throws MemoryBusyException if others hold the memory that it needs for too long
     * @throws InterruptedException if the thread is interrupted; the sink then has only part of the rows
     */
    public void segment(RgbSource scene, ClassRowSink sink, WindowProgress progress) throws InterruptedException {
        segment(scene, sink, PixelProbabilities.NONE, progress);
    }

    /** Segments a scene as the shorter method does, and tells the probabilities behind each pixel. */
    public void segment(RgbSource scene, ClassRowSink sink, PixelProbabilities probabilities, WindowProgress progress)
            throws InterruptedException {
        try (AdmittedScene admitted = admit(scene, 0)) {
            admitted.segment(sink, probabilities, progress);
        }
    }

    /**
     * Sets the memory for a scene aside, waiting a little while others hold it. Callers whose sinks are large ask before
     * they make them.
     *
     * @param scene the scene; a ground sampling distance that is only assumed is taken to be the model's
     * @param besideBytes memory on the Java heap that the caller needs beside the segmentation's own
     * @throws io.treehouse.datasets.problem.InputProblem if it is more than the heap allows
     * @throws MemoryBusyException if others hold it for too long
     */
    public AdmittedScene admit(RgbSource scene, long besideBytes) throws InterruptedException {
        SceneLayout layout = SceneLayout.of(scene, input);
        return new AdmittedScene(this, scene, layout, heap.take(heapBytes(layout) + besideBytes));
    }

    void run(RgbSource scene, SceneLayout layout, SceneOutput output) throws InterruptedException {
        new SceneRun(scene, layout, output, classifier, workers.line(), buffers).run();
    }

    /** What confidences are scaled with. */
    Temperature temperature() {
        return temperature;
    }

    /** Where the windows of a scene hand over to each other. */
    public WindowBorders windowBorders(RgbSource scene) {
        return SceneLayout.of(scene, input).borders();
    }

    /** Number of windows that a scene is cut into, those without imagery included. */
    public int windows(RgbSource scene) {
        return SceneLayout.of(scene, input).windows();
    }

    /** Memory in bytes that {@link #segment} will hold on the Java heap for a scene, without the source's own. */
    public long heapBytes(RgbSource scene) {
        return heapBytes(SceneLayout.of(scene, input));
    }

    private long heapBytes(SceneLayout layout) {
        return layout.heapBytes(buffers, classifier.enlargement());
    }

    /** Ends the workers; to be called when no scene is in work any more. The classifier stays open. */
    @Override
    public void close() {
        workers.close();
    }
}
