package io.treehouse.model.layer;

import io.treehouse.model.kernel.Kernels;
import io.treehouse.model.network.NetworkSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A network in training whose batches are computed in parts: copies of the network, each with a thread and kernels of its
 * own, take one part after the other; the gradient of a step is the mean of the parts' gradients. Small parts stay nearer
 * to the processor, and threads that share nothing wait for nobody. The loss, too, is that of each part: the Dice loss sees
 * the classes of its part only. Results depend on the size of the parts, but not on the number of copies. Belongs to one
 * thread.
 */
public final class DataParallelTraining implements AutoCloseable {
    private final List<Copy> copies = new ArrayList<>();
    private final int partSize;
    private final List<INDArray> gradients = new ArrayList<>();

    /** A copy of the network with the thread that alone computes with it. */
    private record Copy(TrainingGraph graph, Kernels kernels, ExecutorService thread) {}

    /**
     * Builds the copies, all with the same random weights.
     *
     * @param size height and width of the crops
     * @param pretrained names of nodes with the encoder's learning rate
     * @param kernels opens kernels, once for every copy
     * @param copies number of copies, as many as there are cores for
     * @param partSize crops of a part; batches hold a multiple of it
     */
    public DataParallelTraining(
            NetworkSpec network,
            int size,
            Set<String> pretrained,
            OptimizerSettings settings,
            Supplier<Kernels> kernels,
            int copies,
            int partSize) {
        if (copies < 1 || partSize < 1) {
            throw new IllegalArgumentException("There are no " + copies + " copies of parts of " + partSize);
        }
        this.partSize = partSize;
        for (int copy = 0; copy < copies; copy++) {
            Kernels own = kernels.get();
            this.copies.add(new Copy(
                    TrainingGraph.build(network, size, pretrained, settings, own, DataType.FLOAT),
                    own,
                    Executors.newSingleThreadExecutor(task -> {
                        Thread thread = new Thread(task, "training");
                        thread.setDaemon(true);
                        return thread;
                    })));
        }
    }

    /** The copy that holds the weights and the updater's state; what is changed in it is what trains on. */
    public TrainingGraph graph() {
        return copies.get(0).graph();
    }

    /**
     * One step of training, as {@link TrainingGraph#step(int, int, INDArray, INDArray)} does it for a batch as a whole.
     *
     * @return the mean of the parts' losses before the update; if it is not finite, nothing is updated
     */
    public double step(int step, int skipped, INDArray images, INDArray labels) {
        return graph().update(step, skipped, gradients(images, labels));
    }

    /** Computes the mean gradient of a batch into that of {@link #graph}; returns the mean loss. */
    double gradients(INDArray images, INDArray labels) {
        int parts = partsOf(images.size(0));
        double[] losses = new double[parts];
        AtomicInteger next = new AtomicInteger(copies.size());
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            int first = i;
            Copy copy = copies.get(i);
            running.add(CompletableFuture.runAsync(
                    () -> computeParts(copy.graph(), images, labels, first, next, losses), copy.thread()));
        }
        running.forEach(CompletableFuture::join);
        INDArray mean = graph().gradientView();
        mean.assign(gradients.get(0));
        gradients.subList(1, parts).forEach(mean::addi);
        mean.divi(parts);
        return Arrays.stream(losses).average().orElseThrow();
    }

    private int partsOf(long batch) {
        if (batch % partSize != 0) {
            throw new IllegalArgumentException("A batch of %d has no parts of %d".formatted(batch, partSize));
        }
        int parts = (int) (batch / partSize);
        while (gradients.size() < parts) {
            gradients.add(Nd4j.createUninitializedDetached(
                    DataType.FLOAT, graph().parameters().length()));
        }
        return parts;
    }

    /** Computes a first part, then those that nobody has taken yet, until there are none. */
    private void computeParts(
            TrainingGraph graph, INDArray images, INDArray labels, int first, AtomicInteger next, double[] losses) {
        if (graph != graph()) {
            graph.parameters().assign(graph().parameters());
        }
        for (int part = first; part < losses.length; part = next.getAndIncrement()) {
            losses[part] = graph.gradients(part(images, part), part(labels, part));
            gradients.get(part).assign(graph.gradientView());
        }
    }

    private INDArray part(INDArray batch, int part) {
        return batch.get(NDArrayIndex.interval((long) part * partSize, (part + 1L) * partSize));
    }

    @Override
    public void close() {
        for (Copy copy : copies) {
            copy.thread().shutdown();
            copy.kernels().close();
        }
    }
}
