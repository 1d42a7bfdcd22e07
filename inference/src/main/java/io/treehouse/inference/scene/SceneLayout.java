package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.RgbSource;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.FineLook;
import io.treehouse.model.bundle.ModelInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a scene is cut for the network: on the model's grid, and on finer ones where its pixels are as fine. Follows from the
 * scene and the model alone. Immutable.
 *
 * @param grids the model's grid first
 * @param order rows of windows of all grids as they are read: by where they end on the scene, so that no grid ever needs
 *     more of it than one row of windows
 */
record SceneLayout(List<GridLayout> grids, List<WindowRow> order) {
    /** Bytes of a pixel of an image on its way to the network. */
    static final long RGB_AND_VALID_BYTES = 3 * Float.BYTES + 1;

    static SceneLayout of(RgbSource scene, ModelInput input) {
        List<FineLook> fine = input.fineLooks().stream()
                .filter(look -> isAsFine(scene.groundSampling(), look.gsdMetres()))
                .toList();
        double shareOfFine = fine.stream().mapToDouble(FineLook::share).sum();
        List<GridLayout> grids = new ArrayList<>();
        grids.add(GridLayout.of(scene, input.gsdMetres(), 1 - shareOfFine, input));
        fine.forEach(look -> grids.add(GridLayout.of(scene, look.gsdMetres(), look.share(), input)));
        return new SceneLayout(List.copyOf(grids), order(grids));
    }

    private static boolean isAsFine(GroundSampling ground, double gsdMetres) {
        return ground.isKnown()
                && Math.max(ground.xMetres(), ground.yMetres()) <= gsdMetres * (1 + ModelGrid.SCALE_TOLERANCE);
    }

    private static List<WindowRow> order(List<GridLayout> grids) {
        List<WindowRow> ordered = new ArrayList<>();
        int windows = 0;
        for (WindowRow row : IntStream.range(0, grids.size())
                .boxed()
                .flatMap(grid -> rows(grid, grids.get(grid)).stream())
                .sorted(Comparator.comparingInt(WindowRow::sceneEnd))
                .toList()) {
            ordered.add(row.startingAt(windows));
            windows += grids.get(row.grid()).looks().get(row.look()).columns().count();
        }
        return List.copyOf(ordered);
    }

    private static List<WindowRow> rows(int number, GridLayout grid) {
        List<WindowRow> rows = new ArrayList<>();
        for (int look = 0; look < grid.looks().size(); look++) {
            AxisWindows windows = grid.looks().get(look).rows();
            for (int row = 0; row < windows.count(); row++) {
                rows.add(new WindowRow(number, look, row, 0, grid.rowsToModel().endTap(windows.end(row) - 1)));
            }
        }
        return rows;
    }

    /** The look that a row of windows belongs to. */
    Look look(WindowRow row) {
        return grids.get(row.grid()).looks().get(row.look());
    }

    /** The next row of windows on the same grid. */
    Optional<WindowRow> after(WindowRow row) {
        return order.stream()
                .filter(other -> other.grid() == row.grid() && other.firstWindow() > row.firstWindow())
                .findFirst();
    }

    /** Number of windows of all grids. */
    int windows() {
        return grids.stream().mapToInt(GridLayout::windows).sum();
    }

    /** Pixels of the largest window. */
    int windowPixels() {
        return grids.stream().mapToInt(GridLayout::windowPixels).max().orElseThrow();
    }

    /** Where windows hand over to each other, on the scene's grid. */
    WindowBorders borders() {
        return grids.stream()
                .map(GridLayout::borders)
                .reduce(WindowBorders::and)
                .orElseThrow();
    }

    /**
     * Windows that may be between reading and blending: those at the network, and as many as it finishes while a row of
     * windows is blended.
     */
    int windowsAhead(int buffers) {
        int sideBySide =
                grids.stream().mapToInt(GridLayout::windowsSideBySide).max().orElseThrow();
        return Math.min(windows(), sideBySide / 4 + 2 * buffers);
    }

    /** Rows of windows of a grid that wait at the same time: a row of the scene is made when all grids have said what they say of it. */
    private int mostRowsHeld(int grid) {
        int most = 0;
        for (int i = 0; i < order.size(); i++) {
            int written = sceneRowsWritten(i);
            int held = (int) order.subList(0, i + 1).stream()
                    .filter(row -> row.grid() == grid && row.sceneEnd() > written)
                    .count();
            most = Math.max(most, held);
        }
        return most;
    }

    /** Rows of the scene that need none of the rows of windows from the given one on. */
    private int sceneRowsWritten(int next) {
        return order.subList(next, order.size()).stream()
                .mapToInt(row -> grids.get(row.grid()).sceneStart(row))
                .min()
                .orElseThrow();
    }

    /**
     * Memory in bytes that the segmentation holds on the Java heap; nearly exact.
     *
     * @param buffers windows that are cut out at the same time
     * @param enlargement how many times as high and wide as its logits a window is
     */
    long heapBytes(int buffers, int enlargement) {
        long ofGrids = IntStream.range(0, grids.size())
                .mapToLong(grid -> grids.get(grid).heapBytes(mostRowsHeld(grid), windowsAhead(buffers), enlargement))
                .sum();
        long cutOut = (long) Math.min(buffers, windows()) * windowPixels() * RGB_AND_VALID_BYTES;
        GridLayout own = grids.get(0);
        long sceneWidth = own.columnsToScene().targetLength();
        long scenePixels = own.rowsToScene().targetLength() * sceneWidth;
        long blockPixels = Math.min(Math.max(SceneChunks.CHUNK_PIXELS, sceneWidth), scenePixels);
        long mixed = grids.size() == 1 ? 0 : sceneWidth * SurfaceClass.COUNT * Float.BYTES;
        return ofGrids + cutOut + mixed + blockPixels * (RGB_AND_VALID_BYTES + RowRelay.BLOCKS * 5);
    }
}
