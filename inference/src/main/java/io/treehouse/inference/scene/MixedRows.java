package io.treehouse.inference.scene;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Probabilities of rows of the scene, from top to bottom: what its grids say, each weighted with its share. Where there is
 * one grid, that is what it says. Not thread-safe.
 */
final class MixedRows {
    private static final int CLASSES = SurfaceClass.COUNT;

    private final List<GridLayout> grids;
    private final List<BlendedRows> blended;
    private final List<SceneRows> rows;
    private final float[][] sums;

    /** @param enlargement how many times as high and wide as its logits a window is */
    MixedRows(SceneLayout layout, int enlargement) {
        grids = layout.grids();
        blended = grids.stream()
                .map(grid -> new BlendedRows(grid.looks(), enlargement))
                .toList();
        rows = IntStream.range(0, grids.size())
                .mapToObj(grid -> new SceneRows(
                        blended.get(grid),
                        grids.get(grid).rowsToScene(),
                        grids.get(grid).columnsToScene()))
                .toList();
        sums = new float[CLASSES][grids.size() == 1 ? 0 : sceneWidth()];
    }

    int sceneWidth() {
        return grids.get(0).columnsToScene().targetLength();
    }

    int sceneHeight() {
        return grids.get(0).rowsToScene().targetLength();
    }

    /** Takes the logits of a window, {@code [height, width, 5]}; of length 0 if it has no imagery. */
    void put(WindowRow row, int column, float[] logits) {
        blended.get(row.grid()).put(row.look(), row.row(), column, logits);
    }

    /** Notes that all windows of a row are there. */
    void rowDone(WindowRow row) {
        List<Look> looks = grids.get(row.grid()).looks();
        if (row.look() == looks.size() - 1) {
            AxisWindows windows = looks.get(row.look()).rows();
            boolean last = row.row() == windows.count() - 1;
            rows.get(row.grid()).finalUpTo(last ? windows.end(row.row()) : windows.start(row.row() + 1));
        }
    }

    /** Whether a row of the scene depends on no window which is still to come. */
    boolean isFinal(int sceneRow) {
        return rows.stream().allMatch(grid -> grid.isFinal(sceneRow));
    }

    /** The probabilities of a row of the scene that is final, for each class {@code [width]}; only valid until the next call. */
    float[][] row(int sceneRow) {
        if (rows.size() == 1) {
            return rows.get(0).row(sceneRow);
        }
        for (float[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int grid = 0; grid < rows.size(); grid++) {
            float[][] planes = rows.get(grid).row(sceneRow);
            for (int c = 0; c < CLASSES; c++) {
                addWeighted((float) grids.get(grid).share(), planes[c], sums[c]);
            }
        }
        return sums;
    }

    private static void addWeighted(float weight, float[] from, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * from[x];
        }
    }

    /** Forgets the windows that the rows to come need no more. */
    void discardUsed() {
        rows.forEach(SceneRows::discardUsed);
    }
}
