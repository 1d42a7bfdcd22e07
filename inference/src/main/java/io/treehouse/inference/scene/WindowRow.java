package io.treehouse.inference.scene;

/**
 * One row of windows of a scene.
 *
 * @param grid which of the scene's grids it lies on
 * @param look which of the grid's looks it belongs to
 * @param row which of the look's rows of windows it is
 * @param firstWindow number of its leftmost window among all of the scene; the others follow
 * @param sceneEnd row of the scene after the last one that it shows anything of
 */
record WindowRow(int grid, int look, int row, int firstWindow, int sceneEnd) {
    WindowRow startingAt(int window) {
        return new WindowRow(grid, look, row, window, sceneEnd);
    }
}
