package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ModelInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SceneConcurrencyTest {
    private static final ModelInput SMALL_WINDOWS = new ModelInput(ModelInput.RGB, 127, 128, 0.5, 64, 16);

    /** Between the class colours, so that probabilities are not round and the order of sums would show. */
    private static final DrawnScene.Drawing DITHERED =
            (x, y) -> (x * x + y) % 11 == 3 ? Optional.empty() : SceneSegmenterTest.patches(x * 5, y * 3);

    @Test
    void theNumberOfWorkersAndTheirPaceDoNotChangeABitOfTheMap() throws InterruptedException {
        CollectedMap alone = segment(new ColourClassifier(), 1);
        Random random = new Random(3);
        WindowClassifier uneven = (height, width, rgb, logits) -> {
            int pauseMillis;
            synchronized (random) {
                pauseMillis = random.nextInt(4);
            }
            // An uneven pace is what is tried; nothing is waited for.
            Thread.sleep(pauseMillis);
            new ColourClassifier().logits(height, width, rgb, logits);
        };

        assertTrue(alone.isSameAs(segment(uneven, 4)));
        assertTrue(alone.isSameAs(segment(uneven, 3)));
    }

    @Test
    void neighboursOnTheSameSegmenterDoNotChangeABitOfTheMap() throws Exception {
        CollectedMap alone = segment(new ColourClassifier(), 1);
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try (SceneSegmenter segmenter = new SceneSegmenter(SMALL_WINDOWS, new ColourClassifier(), 2)) {
            Future<CollectedMap> first = callers.submit(() -> segment(segmenter));
            Future<CollectedMap> second = callers.submit(() -> segment(segmenter));
            Future<CollectedMap> third = callers.submit(() -> segment(segmenter));

            assertTrue(alone.isSameAs(first.get()));
            assertTrue(alone.isSameAs(second.get()));
            assertTrue(alone.isSameAs(third.get()));
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void aSmallSceneThatComesLaterIsDoneAfterAWindowOrTwoOfALargeOne() throws Exception {
        DrawnScene large = new DrawnScene(300, 300, 0.5, (x, y) -> Optional.of(SurfaceClass.BUILDING));
        AtomicReference<Thread> readerOfSmall = new AtomicReference<>();
        DrawnScene small = new DrawnScene(30, 30, 0.5, (x, y) -> {
            readerOfSmall.set(Thread.currentThread());
            return Optional.of(SurfaceClass.WATER);
        });
        List<Integer> pixels = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        WindowClassifier held = (height, width, rgb, logits) -> {
            pixels.add(height * width);
            begun.countDown();
            release.await();
            new ColourClassifier().logits(height, width, rgb, logits);
        };
        try (SceneSegmenter segmenter = new SceneSegmenter(SMALL_WINDOWS, held, 1)) {
            Thread first = segmenting(segmenter, large);
            begun.await();
            Thread second = segmenting(segmenter, small);
            while (readerOfSmall.get() == null) {
                Thread.onSpinWait();
            }
            // It ends when its only window waits in line.
            readerOfSmall.get().join();
            release.countDown();
            first.join();
            second.join();
        }
        assertTrue(pixels.size() > 30, pixels.toString());
        assertTrue(pixels.indexOf(32 * 32) <= 2, pixels.toString());
    }

    private static Thread segmenting(SceneSegmenter segmenter, DrawnScene scene) {
        Thread thread = new Thread(() -> {
            try {
                segmenter.segment(scene, new CollectedMap(scene.width(), scene.height()), WindowProgress.NONE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void anInterruptEndsTheSegmentationAndNothingGoesOnBehindIt() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        WindowClassifier blocking = (height, width, rgb, logits) -> {
            running.incrementAndGet();
            started.countDown();
            release.await();
            running.decrementAndGet();
        };
        AtomicReference<Throwable> outcome = new AtomicReference<>();
        try (SceneSegmenter segmenter = new SceneSegmenter(SMALL_WINDOWS, blocking, 2)) {
            Thread caller = new Thread(() -> outcome.set(assertThrows(Throwable.class, () -> segment(segmenter))));
            caller.start();
            started.await();
            caller.interrupt();
            release.countDown();
            caller.join();

            assertInstanceOf(InterruptedException.class, outcome.get());
            assertEquals(0, running.get());
        }
    }

    @Test
    void aFaultOfTheNetworkReachesTheCallerAndTheSegmenterStaysUsable() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        IllegalStateException fault = new IllegalStateException("third window");
        WindowClassifier failingOnce = (height, width, rgb, logits) -> {
            if (calls.incrementAndGet() == 3) {
                throw fault;
            }
            new ColourClassifier().logits(height, width, rgb, logits);
        };
        try (SceneSegmenter segmenter = new SceneSegmenter(SMALL_WINDOWS, failingOnce, 2)) {
            assertSame(fault, assertThrows(IllegalStateException.class, () -> segment(segmenter)));
            assertTrue(segment(new ColourClassifier(), 1).isSameAs(segment(segmenter)));
        }
    }

    @Test
    void aFaultOfTheSinkReachesTheCaller() {
        IllegalStateException fault = new IllegalStateException("disk full");
        DrawnScene scene = new DrawnScene(200, 150, 0.5, (x, y) -> Optional.of(SurfaceClass.WATER));
        try (SceneSegmenter segmenter = new SceneSegmenter(SMALL_WINDOWS, new ColourClassifier(), 2)) {
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> segmenter.segment(
                            scene,
                            (first, rows, classes, confidence) -> {
                                throw fault;
                            },
                            WindowProgress.NONE));
            assertSame(fault, thrown);
        }
    }

    private static CollectedMap segment(WindowClassifier classifier, int workers) throws InterruptedException {
        try (SceneSegmenter segmenter = new SceneSegmenter(SMALL_WINDOWS, classifier, workers)) {
            return segment(segmenter);
        }
    }

    private static CollectedMap segment(SceneSegmenter segmenter) throws InterruptedException {
        DrawnScene scene = new DrawnScene(333, 217, 0.41, DITHERED);
        CollectedMap map = new CollectedMap(scene.width(), scene.height());
        segmenter.segment(scene, map, WindowProgress.NONE);
        return map;
    }
}
