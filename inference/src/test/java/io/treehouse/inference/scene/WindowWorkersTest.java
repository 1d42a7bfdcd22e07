package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One thread, held until all windows wait, so that the order of work is the order of turns. */
class WindowWorkersTest {
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aSmallSceneWaitsForOneWindowOfALargeOneAndNotForAll() throws Exception {
        try (WindowWorkers workers = new WindowWorkers(1)) {
            WindowWorkers.Line large = workers.line();
            CountDownLatch release = hold(large);
            submit(large, "large", 4);
            Future<Boolean> small = submit(workers.line(), "small", 1);

            release.countDown();
            small.get();
        }
        assertEquals(List.of("large 0", "small 0", "large 1", "large 2", "large 3"), done);
    }

    @Test
    void scenesTakeTurnsWindowByWindow() throws Exception {
        try (WindowWorkers workers = new WindowWorkers(1)) {
            CountDownLatch release = hold(workers.line());
            submit(workers.line(), "a", 3);
            submit(workers.line(), "b", 1);
            submit(workers.line(), "c", 2);
            release.countDown();
        }
        assertEquals(List.of("a 0", "b 0", "c 0", "a 1", "c 1", "a 2"), done);
    }

    @Test
    void aFaultReachesWhoeverWaitsForTheWindowAndTheThreadGoesOn() throws Exception {
        try (WindowWorkers workers = new WindowWorkers(1)) {
            WindowWorkers.Line line = workers.line();
            Future<Boolean> failing = line.submit(() -> {
                throw new IllegalStateException("no");
            });
            Future<Boolean> next = submit(line, "next", 1);

            assertThrows(ExecutionException.class, failing::get);
            assertEquals(true, next.get());
        }
    }

    /** Keeps the one thread busy with a window until it is released. */
    private static CountDownLatch hold(WindowWorkers.Line line) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        line.submit(() -> {
            begun.countDown();
            release.await();
            return true;
        });
        begun.await();
        return release;
    }

    /** Submits windows that note their names, and gives the last one. */
    private Future<Boolean> submit(WindowWorkers.Line line, String name, int windows) {
        Future<Boolean> last = null;
        for (int window = 0; window < windows; window++) {
            String label = name + " " + window;
            last = line.submit(() -> done.add(label));
        }
        return last;
    }
}
