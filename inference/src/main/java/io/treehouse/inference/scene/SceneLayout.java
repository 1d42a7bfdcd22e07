package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.RgbSource;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ModelInput;
import java.util.List;

/**
 * How a scene is cut for the network: its windows on the model grid, and the ways from the scene's grid there and back.
 * Follows from the scene and the model alone. Immutable.
 */
record SceneLayout(
        List<Look> looks,
        AxisResampling rowsToModel,
        AxisResampling columnsToModel,
        AxisResampling rowsToScene,
        AxisResampling columnsToScene) {

    static SceneLayout of(RgbSource scene, ModelInput input) {
        ModelGrid grid = ModelGrid.of(scene, input.gsdMetres());
        return new SceneLayout(
                Look.of(grid, input),
                new AxisResampling(scene.height(), grid.height()),
                new AxisResampling(scene.width(), grid.width()),
                new AxisResampling(grid.height(), scene.height()),
                new AxisResampling(grid.width(), scene.width()));
    }

    /** Number of windows of all looks. */
    int windows() {
        return looks.stream().mapToInt(Look::windows).sum();
    }

    /** Pixels of the largest window. */
    int windowPixels() {
        return looks.stream().mapToInt(Look::windowPixels).max().orElseThrow();
    }

    /** Rows of the highest window. */
    int windowRows() {
        return looks.stream().mapToInt(look -> look.rows().windowLength()).max().orElseThrow();
    }

    private int windowsSideBySide() {
        return looks.get(0).columns().count();
    }

    /** Where windows hand over to each other, on the scene's grid. */
    WindowBorders borders() {
        Look ground = looks.get(0);
        return new WindowBorders(onScene(ground.columns(), columnsToScene), onScene(ground.rows(), rowsToScene));
    }

    private static List<Integer> onScene(AxisWindows windows, AxisResampling toScene) {
        double scale = (double) toScene.targetLength() / toScene.sourceLength();
        return windows.borders().stream()
                .map(border -> (int) Math.round(border * scale))
                .toList();
    }

    /** Columns of the model grid. */
    int modelWidth() {
        return columnsToModel.targetLength();
    }

    /**
     * Windows that may be between reading and blending: those at the network, and as many as it finishes while a row of
     * windows is blended.
     */
    int windowsAhead(int buffers) {
        return Math.min(windows(), windowsSideBySide() / 4 + 2 * buffers);
    }

    /**
     * Memory in bytes that the segmentation holds on the Java heap; nearly exact.
     *
     * @param buffers windows that are cut out at the same time
     * @param enlargement how many times as high and wide as its logits a window is
     */
    long heapBytes(int buffers, int enlargement) {
        long rgbAndValid = 3 * Float.BYTES + 1;
        long probabilities = (long) SurfaceClass.COUNT * Float.BYTES;
        long windowPixels = windowPixels();
        long logits = windowPixels / (enlargement * enlargement) * probabilities;
        // Two rows of windows are blended into each other while a third begins.
        long windowsHeld = Math.min(windows(), 2L * windowsSideBySide() + windowsAhead(buffers));
        long strip = (long) modelWidth() * windowRows() * rgbAndValid;
        long rows = (rowsToScene.maxTaps() + 2L) * modelWidth() * probabilities + sceneWidth() * probabilities;
        long scenePixels = (long) rowsToScene.targetLength() * sceneWidth();
        long blockPixels = Math.min(Math.max(ModelRowReader.CHUNK_PIXELS, sceneWidth()), scenePixels);
        long blocks = blockPixels * (rgbAndValid + RowRelay.BLOCKS * 5);
        return strip + windowsHeld * logits + Math.min(buffers, windows()) * windowPixels * rgbAndValid + rows + blocks;
    }

    private long sceneWidth() {
        return columnsToScene.targetLength();
    }
}
