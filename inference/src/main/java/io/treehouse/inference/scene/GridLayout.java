package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.RgbSource;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ModelInput;
import java.util.List;

/**
 * How a scene is cut for the network on one grid: its windows there, and the ways from the scene's grid and back. Follows
 * from the scene and the model alone. Immutable.
 *
 * @param gsdMetres ground size of a pixel of the grid
 * @param looks ways to cut the grid into windows
 * @param share what the probabilities of this grid count in the answer, 0…1
 */
record GridLayout(
        double gsdMetres,
        List<Look> looks,
        double share,
        AxisResampling rowsToModel,
        AxisResampling columnsToModel,
        AxisResampling rowsToScene,
        AxisResampling columnsToScene) {

    /** @param gsdMetres ground size of a pixel of the grid */
    static GridLayout of(RgbSource scene, double gsdMetres, double share, ModelInput input) {
        ModelGrid grid = ModelGrid.of(scene, gsdMetres);
        return new GridLayout(
                gsdMetres,
                Look.of(grid, input),
                share,
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

    int windowsSideBySide() {
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

    /** Columns of the grid. */
    int modelWidth() {
        return columnsToModel.targetLength();
    }

    /** First row of the scene that a row of windows of this grid shows anything of. */
    int sceneStart(WindowRow row) {
        return rowsToModel.firstTap(looks.get(row.look()).rows().start(row.row()));
    }

    /**
     * Memory in bytes that the grid's pixels, logits and probabilities take on the Java heap; nearly exact.
     *
     * @param rowsHeld rows of windows that wait to be blended at the same time
     * @param windowsAhead windows that may be between reading and blending
     * @param enlargement how many times as high and wide as its logits a window is
     */
    long heapBytes(int rowsHeld, int windowsAhead, int enlargement) {
        long probabilities = (long) SurfaceClass.COUNT * Float.BYTES;
        long logits = (long) windowPixels() / (enlargement * enlargement) * probabilities;
        long windowsHeld = Math.min(windows(), (long) rowsHeld * windowsSideBySide() + windowsAhead);
        long strip = (long) modelWidth() * windowRows() * SceneLayout.RGB_AND_VALID_BYTES;
        long rows = (rowsToScene.maxTaps() + 2L) * modelWidth() * probabilities;
        return strip + windowsHeld * logits + rows + columnsToScene.targetLength() * probabilities;
    }
}
