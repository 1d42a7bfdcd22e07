package io.treehouse.model.engine;

import io.treehouse.model.bundle.TrainedModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engines of one model behind one method: a caller gets a free engine or waits for one. Thread-safe. Which engine
 * answers makes no difference to the answer.
 */
public final class EnginePool implements SegmentationEngine {
    private static final Logger LOG = LoggerFactory.getLogger(EnginePool.class);
    private static final int WARM_UP_PIXELS = 256;

    private final EngineFactory factory;
    private final Processor processor;
    private final List<SegmentationEngine> engines = new ArrayList<>();
    private final Deque<SegmentationEngine> free = new ArrayDeque<>();
    private boolean closed;

    private EnginePool(EngineFactory factory, Processor processor, int workers) {
        this.factory = factory;
        this.processor = processor;
        for (int i = 0; i < workers; i++) {
            engines.add(factory.open());
        }
        free.addAll(engines);
    }

    /** Opens engines and runs each of them once, so that the first caller does not wait for their preparation. */
    public static EnginePool open(TrainedModel model, EngineOptions options) {
        Processor processor = Processor.detect();
        EnginePool pool = new EnginePool(EngineChoice.choose(model, options.precision()), processor, options.workers());
        pool.warmUp();
        LOG.info(
                "Model {} {} on {} in {} with {} workers; processor {} ({})",
                model.name(),
                model.version(),
                pool.name(),
                pool.precision(),
                options.workers(),
                processor.name(),
                processor.instructionSet().label());
        return pool;
    }

    private void warmUp() {
        float[] rgb = new float[WARM_UP_PIXELS * WARM_UP_PIXELS * 3];
        float[] probabilities = new float[WARM_UP_PIXELS * WARM_UP_PIXELS * 5];
        engines.forEach(engine -> engine.classify(WARM_UP_PIXELS, WARM_UP_PIXELS, rgb, probabilities));
    }

    @Override
    public String name() {
        return engines.get(0).name();
    }

    @Override
    public String precision() {
        return engines.get(0).precision();
    }

    /** The processor that the engines were chosen for. */
    public Processor processor() {
        return processor;
    }

    /** Number of windows that can be classified at the same time. */
    public int workers() {
        return engines.size();
    }

    @Override
    public int enlargement() {
        return engines.get(0).enlargement();
    }

    /**
     * Runs the network over one window with a free engine; waits while there is none.
     *
     * @throws IllegalStateException if the pool is closed, or the thread is interrupted while it waits
     */
    @Override
    public void logits(int height, int width, float[] rgb, float[] logits) {
        withFreeEngine(engine -> engine.logits(height, width, rgb, logits));
    }

    /**
     * Classifies one window with a free engine; waits while there is none.
     *
     * @throws IllegalStateException if the pool is closed, or the thread is interrupted while it waits
     */
    @Override
    public void classify(int height, int width, float[] rgb, float[] probabilities) {
        withFreeEngine(engine -> engine.classify(height, width, rgb, probabilities));
    }

    private void withFreeEngine(Consumer<SegmentationEngine> work) {
        SegmentationEngine engine = take();
        try {
            work.accept(engine);
        } finally {
            giveBack(engine);
        }
    }

    private synchronized SegmentationEngine take() {
        while (free.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for a free engine", e);
            }
        }
        if (closed) {
            throw new IllegalStateException("The engines are closed");
        }
        return free.pop();
    }

    private synchronized void giveBack(SegmentationEngine engine) {
        free.push(engine);
        notifyAll();
    }

    /** Waits for the engines at work and frees all native memory. Callers that come later get an exception. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        notifyAll();
        awaitAllEngines();
        engines.forEach(SegmentationEngine::close);
        factory.close();
    }

    /** An interruption does not shorten this: native memory must not be freed under a running engine. */
    private void awaitAllEngines() {
        boolean interrupted = false;
        while (free.size() < engines.size()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
