package io.treehouse.training.fit;

import io.treehouse.training.augment.Crop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prepares the batches of a run ahead of time on background threads and hands them out in order. One consumer. */
final class BatchQueue implements AutoCloseable {
    private static final int AHEAD = 2;

    private final CropSampler sampler;
    private final int batchSize;
    private final ExecutorService workers;
    private final Deque<List<Future<Crop>>> pending = new ArrayDeque<>();
    private int nextStep;

    BatchQueue(CropSampler sampler, int batchSize, int firstStep, int threads) {
        this.sampler = sampler;
        this.batchSize = batchSize;
        this.nextStep = firstStep;
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "crops");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The batch of the next step. */
    Batch next() throws InterruptedException {
        while (pending.size() <= AHEAD) {
            pending.add(submit(nextStep++));
        }
        List<Crop> crops = new ArrayList<>();
        for (Future<Crop> crop : pending.remove()) {
            try {
                crops.add(crop.get());
            } catch (ExecutionException failed) {
                throw new IllegalStateException("A training crop could not be made", failed.getCause());
            }
        }
        return Batch.of(crops);
    }

    private List<Future<Crop>> submit(int step) {
        List<Future<Crop>> crops = new ArrayList<>();
        for (int i = 0; i < batchSize; i++) {
            long index = (long) step * batchSize + i;
            crops.add(workers.submit(() -> sampler.draw(index)));
        }
        return crops;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
