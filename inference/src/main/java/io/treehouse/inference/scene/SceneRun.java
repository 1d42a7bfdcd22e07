package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.RgbSource;
import java.util.List;

/**
 * One segmentation of one scene, as a line of threads: one reads and resamples, the workers run the network, one blends
 * and chooses classes, and the calling thread writes. Each is a bounded way ahead of the next. Used once.
 */
final class SceneRun {
    /** The names of the threads that help the calling one begin like this. */
    static final String HELPER_PREFIX = "scene-";

    private final SceneLayout layout;
    private final WindowFeed feed;
    private final MixedRows rows;
    private final ClassRowWriter writer;
    private final RowRelay relay;
    private int windowsDone;

    SceneRun(
            RgbSource scene,
            SceneLayout layout,
            SceneOutput output,
            WindowClassifier classifier,
            WindowWorkers.Line workers,
            int buffers) {
        this.layout = layout;
        ValidityRows validity = new ValidityRows(scene.width());
        feed = new WindowFeed(
                layout, strips(new SceneChunks(scene, validity)), classifier, output.memory(), workers, buffers);
        rows = new MixedRows(layout, classifier.enlargement());
        relay = new RowRelay(scene.width(), scene.height(), output.classes(), output.progress());
        writer = new ClassRowWriter(rows, validity, output, relay);
    }

    private List<ImageStrip> strips(SceneChunks chunks) {
        List<ImageStrip> strips = layout.grids().stream()
                .map(grid -> new ImageStrip(
                        new ModelRowReader(chunks, grid.columnsToModel(), grid.rowsToModel()),
                        grid.modelWidth(),
                        grid.windowRows()))
                .toList();
        strips.forEach(strip -> chunks.beforeNext(strip::takeRest));
        return strips;
    }

    void run() throws InterruptedException {
        Thread reader = helper("reader", feed::run);
        Thread blender = helper("blender", this::blend);
        try {
            relay.deliver();
        } finally {
            end(reader, blender);
        }
    }

    private static Thread helper(String name, Runnable work) {
        Thread thread = new Thread(work, HELPER_PREFIX + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void blend() {
        try {
            for (WindowRow row : layout.order()) {
                blend(row);
            }
            relay.end();
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            relay.fail(fault);
        } catch (Error fault) {
            relay.fail(new IllegalStateException("A scene could not be blended", fault));
        }
    }

    private void blend(WindowRow row) throws InterruptedException {
        for (int column = 0; column < layout.look(row).columns().count(); column++) {
            rows.put(row, column, feed.next());
            relay.windowDone(++windowsDone, layout.windows());
        }
        rows.rowDone(row);
        writer.writeWhatIsFinal();
    }

    /** Also after a fault or an interrupt: nothing goes on when this returns. */
    private void end(Thread reader, Thread blender) {
        feed.abandon();
        reader.interrupt();
        blender.interrupt();
        boolean interrupted = false;
        for (boolean over = false; !over; ) {
            try {
                reader.join();
                blender.join();
                feed.awaitWorkers();
                over = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
