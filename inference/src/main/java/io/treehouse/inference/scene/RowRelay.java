package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.ClassRowSink;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hands finished rows from the thread that blends to the one that called, which writes them: while one block of rows is
 * written, the next is filled. Progress travels the same way.
 */
final class RowRelay {
    /** Pixels handed on at once; bounds memory and does not enter into any value. */
    static final int BLOCK_PIXELS = 1 << 20;

    /** One block is filled while the other is written. */
    static final int BLOCKS = 2;

    private final ClassRowSink sink;
    private final WindowProgress progress;
    private final int blockRows;
    private final BlockingQueue<RowBlock> free = new LinkedBlockingQueue<>();
    private final BlockingQueue<Runnable> deliveries = new LinkedBlockingQueue<>();
    private RowBlock filling;
    private boolean ended;

    RowRelay(int width, int height, ClassRowSink sink, WindowProgress progress) {
        this.sink = sink;
        this.progress = progress;
        blockRows = Math.max(1, Math.min(height, BLOCK_PIXELS / width));
        for (int i = 0; i < (blockRows < height ? BLOCKS : 1); i++) {
            free.add(new RowBlock(width, blockRows));
        }
    }

    /** Blending thread: the block that receives row {@code row}, the one after the last; waits for a free one. */
    RowBlock blockFor(int row) throws InterruptedException {
        if (filling == null) {
            filling = free.take();
            filling.begin(row);
        }
        return filling;
    }

    /** Blending thread: the row was added to its block. */
    void rowDone(boolean last) {
        if (last || filling.rows() == blockRows) {
            RowBlock full = filling;
            filling = null;
            deliveries.add(() -> {
                full.writeTo(sink);
                free.add(full);
            });
        }
    }

    /** Blending thread: a window is finished. */
    void windowDone(int done, int total) {
        deliveries.add(() -> progress.windows(done, total));
    }

    /** Blending thread: nothing follows. */
    void end() {
        deliveries.add(() -> ended = true);
    }

    /** Blending thread: nothing follows because of a fault. */
    void fail(RuntimeException fault) {
        deliveries.add(() -> {
            throw fault;
        });
    }

    /** Calling thread: writes until the end. */
    void deliver() throws InterruptedException {
        while (!ended) {
            deliveries.take().run();
        }
    }
}
