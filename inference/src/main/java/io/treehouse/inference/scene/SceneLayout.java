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
        AxisWindows rowWindows,
        AxisWindows columnWindows,
        AxisResampling rowsToModel,
        AxisResampling columnsToModel,
        AxisResampling rowsToScene,
        AxisResampling columnsToScene) {

    static SceneLayout of(RgbSource scene, ModelInput input) {
        ModelGrid grid = ModelGrid.of(scene, input.gsdMetres());
        return new SceneLayout(
                new AxisWindows(grid.height(), grid.rowLead(), input.windowPixels(), input.overlapPixels()),
                new AxisWindows(grid.width(), grid.columnLead(), input.windowPixels(), input.overlapPixels()),
                new AxisResampling(scene.height(), grid.height()),
                new AxisResampling(scene.width(), grid.width()),
                new AxisResampling(grid.height(), scene.height()),
                new AxisResampling(grid.width(), scene.width()));
    }

    /** Number of windows. */
    int windows() {
        return Math.multiplyExact(rowWindows.count(), columnWindows.count());
    }

    /** Where windows hand over to each other, on the scene's grid. */
    WindowBorders borders() {
        return new WindowBorders(onScene(columnWindows, columnsToScene), onScene(rowWindows, rowsToScene));
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

    /** Rows that the strip of probabilities holds: a row of windows, and what a scene row may still need above it. */
    int probabilityRows() {
        return rowWindows.windowLength() + rowsToScene.maxTaps();
    }

    /** Memory in bytes that the segmentation holds on the Java heap with a number of window buffers; nearly exact. */
    long heapBytes(int buffers) {
        long rgbAndValid = 3 * Float.BYTES + 1;
        long probabilities = (long) SurfaceClass.COUNT * Float.BYTES;
        long strips = modelWidth() * (rowWindows.windowLength() * rgbAndValid + probabilityRows() * probabilities);
        long window = (long) rowWindows.windowLength() * columnWindows.windowLength() * (rgbAndValid + probabilities);
        long scenePixels = (long) rowsToScene.targetLength() * columnsToScene.targetLength();
        long blockPixels = Math.max(ModelRowReader.CHUNK_PIXELS, columnsToScene.targetLength());
        long blocks = Math.min(blockPixels, scenePixels) * (rgbAndValid + 5);
        return strips + Math.min(buffers, windows()) * window + blocks;
    }
}
