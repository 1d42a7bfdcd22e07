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

    private final List<Look> looks;
    private final int windows;
    private final WindowFeed feed;
    private final BlendedRows blended;
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
        looks = layout.looks();
        windows = layout.windows();
        ValidityRows validity = new ValidityRows(scene.width());
        ModelRowReader reader = new ModelRowReader(scene, layout.columnsToModel(), layout.rowsToModel(), validity);
        ImageStrip image = new ImageStrip(reader, layout.modelWidth(), layout.windowRows());
        feed = new WindowFeed(layout, image, classifier, output.memory(), workers, buffers);
        blended = new BlendedRows(looks, classifier.enlargement());
        relay = new RowRelay(scene.width(), scene.height(), output.classes(), output.progress());
        writer = new ClassRowWriter(layout, blended, validity, output, relay);
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
            for (int look = 0; look < looks.size(); look++) {
                blend(look);
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

    private void blend(int look) throws InterruptedException {
        AxisWindows rows = looks.get(look).rows();
        for (int row = 0; row < rows.count(); row++) {
            for (int column = 0; column < looks.get(look).columns().count(); column++) {
                blended.put(look, row, column, feed.next());
                relay.windowDone(++windowsDone, windows);
            }
            if (look == looks.size() - 1) {
                boolean last = row == rows.count() - 1;
                writer.writeUpTo(last ? rows.end(row) : rows.start(row + 1));
            }
        }
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
