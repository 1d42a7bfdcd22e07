package io.treehouse.model.layer;

import io.treehouse.model.kernel.Kernels;
import io.treehouse.model.network.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A network in training whose batches are computed in parts, each by a copy of the network with a thread and kernels of its
 * own. Small parts stay nearer to the processor, and threads that share no operation wait less for each other. Loss and
 * gradient are those of the whole batch, but for the order of sums; they do not depend on how many parts are at work at the
 * same time. Belongs to one thread.
 */
public final class DataParallelTraining implements AutoCloseable {
    private final List<Copy> copies = new ArrayList<>();
    private final PartExchange exchange;

    /** A copy of the network with the thread that alone computes with it. */
    private record Copy(TrainingGraph graph, Kernels kernels, ExecutorService thread) {}

    /**
     * Builds the copies, all with the same random weights.
     *
     * @param size height and width of the crops
     * @param pretrained names of nodes with the encoder's learning rate
     * @param kernels opens kernels, once for every copy
     * @param parts number of copies; batches hold a multiple of it
     * @param atWork how many of them compute at the same time, as many as there are cores for
     */
    public DataParallelTraining(
            NetworkSpec network,
            int size,
            Set<String> pretrained,
            OptimizerSettings settings,
            Supplier<Kernels> kernels,
            int parts,
            int atWork) {
        if (parts > 1 && settings.shiftConsistencyWeight() > 0) {
            throw new IllegalArgumentException("Pairs of shifted crops are compared within a whole batch only");
        }
        exchange = new PartExchange(parts, atWork);
        for (int i = 0; i < parts; i++) {
            int part = i;
            Kernels own = kernels.get();
            TrainingGraph graph = TrainingGraph.build(
                    network, size, pretrained, settings, own, DataType.FLOAT, sums -> exchange.wholeBatch(part, sums));
            copies.add(new Copy(graph, own, thread()));
        }
    }

    private static ExecutorService thread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "training");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The copy that holds the weights and the updater's state; what is changed in it is what trains on. */
    public TrainingGraph graph() {
        return copies.get(0).graph();
    }

    /** One step of training, see {@link TrainingGraph#step(int, int, INDArray, INDArray)}. */
    public double step(int step, int skipped, INDArray images, INDArray labels) {
        return graph().update(step, skipped, gradients(images, labels));
    }

    /** Computes the gradient of a batch into that of {@link #graph}; returns the loss. */
    double gradients(INDArray images, INDArray labels) {
        if (images.size(0) % copies.size() != 0) {
            throw new IllegalArgumentException(
                    "A batch of %d has no %d equal parts".formatted(images.size(0), copies.size()));
        }
        double[] losses = new double[copies.size()];
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            int part = i;
            Copy copy = copies.get(i);
            Runnable gradients = () -> losses[part] = gradients(copy.graph(), part(images, part), part(labels, part));
            running.add(CompletableFuture.runAsync(() -> exchange.compute(gradients), copy.thread()));
        }
        // Waits for all, also if one fails: nobody computes any more when the kernels are closed.
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        INDArray sum = graph().gradientView();
        copies.stream().skip(1).forEach(copy -> sum.addi(copy.graph().gradientView()));
        return losses[0];
    }

    private double gradients(TrainingGraph graph, INDArray images, INDArray labels) {
        if (graph != graph()) {
            graph.parameters().assign(graph().parameters());
        }
        return graph.gradients(images, labels);
    }

    private INDArray part(INDArray batch, int part) {
        long size = batch.size(0) / copies.size();
        return batch.get(NDArrayIndex.interval(part * size, (part + 1) * size));
    }

    @Override
    public void close() {
        for (Copy copy : copies) {
            copy.thread().shutdown();
            copy.kernels().close();
        }
    }
}
