package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.raster.RgbSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a scene once from top to bottom, some rows at a time, for all of its grids. Before rows give way to the next ones,
 * each grid takes of them what it still lacks. Not thread-safe.
 */
final class SceneChunks {
    /** Pixels read at once; bounds the memory of a read and does not enter into any value. */
    static final int CHUNK_PIXELS = 1 << 20;

    private final RgbSource scene;
    private final ValidityRows validity;
    private final int chunkRows;
    private final float[] rgb;
    private final boolean[] valid;
    private final List<Runnable> beforeNext = new ArrayList<>();
    private int start;
    private int end;

    /** @param validity is given which pixels of each row read are valid */
    SceneChunks(RgbSource scene, ValidityRows validity) {
        this.scene = scene;
        this.validity = validity;
        chunkRows = Math.max(1, Math.min(scene.height(), CHUNK_PIXELS / scene.width()));
        rgb = new float[Math.multiplyExact(3 * chunkRows, scene.width())];
        valid = new boolean[chunkRows * scene.width()];
    }

    /** Asks for a call before rows are given up. */
    void beforeNext(Runnable take) {
        beforeNext.add(take);
    }

    /** Reads on until the row before {@code endRow} is there. */
    void readUpTo(int endRow) {
        while (end < endRow) {
            beforeNext.forEach(Runnable::run);
            read();
        }
    }

    /** Row after the last one read. */
    int end() {
        return end;
    }

    int width() {
        return scene.width();
    }

    int height() {
        return scene.height();
    }

    /** Where a row that is there begins in {@link #valid()}, and times three in {@link #rgb()}. */
    int offset(int row) {
        return (row - start) * scene.width();
    }

    float[] rgb() {
        return rgb;
    }

    boolean[] valid() {
        return valid;
    }

    private void read() {
        start = end;
        end = Math.min(scene.height(), start + chunkRows);
        scene.read(new PixelWindow(0, start, scene.width(), end - start), rgb, valid);
        for (int row = 0; row < end - start; row++) {
            validity.append(valid, row * scene.width());
        }
    }
}
