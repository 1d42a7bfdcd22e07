package io.treehouse.model.engine;

import io.treehouse.model.network.FeatureShapes;
import io.treehouse.model.network.FeatureShapes.Shape;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import io.treehouse.model.network.Node.Convolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks through nodes in order and gives each output a place in one working memory. */
final class Placement {
    private final FeatureShapes shapes;
    private final Encodings encodings;
    private final String output;
    private final MemorySharing sharing;
    private final FreeMemory memory = new FreeMemory();
    private final Map<String, Long> offsets = new HashMap<>();
    private final Map<String, Integer> lastReads = new HashMap<>();
    private final Map<Copy, Tensor> copies = new HashMap<>();
    private final Map<Copy, Integer> lastReadsOfCopies = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /** A value in other numbers than it is stored in. */
    private record Copy(String value, Encoding encoding) {}

    Placement(
            NetworkSpec network, int height, int width, List<Node> nodes, Encodings encodings, boolean fuseAdditions) {
        this.shapes = FeatureShapes.of(network, height, width);
        this.encodings = encodings;
        this.output = nodes.get(nodes.size() - 1).name();
        Lifetimes lifetimes = new Lifetimes(nodes);
        this.sharing = new MemorySharing(nodes, lifetimes, fuseAdditions);
        noteLastRead(NetworkSpec.INPUT, lifetimes);
        nodes.forEach(node -> noteLastRead(node.name(), lifetimes));
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Convolution convolution) {
                lastReadsOfCopies.put(copyFor(convolution), i);
            }
        }
        place(NetworkSpec.INPUT);
        for (int i = 0; i < nodes.size(); i++) {
            place(nodes.get(i).name());
            addStep(nodes.get(i));
            free(i);
        }
    }

    /** A memory is free once the last of the values that share it was read. */
    private void noteLastRead(String value, Lifetimes lifetimes) {
        int last = value.equals(output) ? Integer.MAX_VALUE : lifetimes.lastReadAt(value);
        lastReads.merge(sharing.home(value), last, Math::max);
    }

    private void place(String value) {
        offsets.computeIfAbsent(
                sharing.home(value), home -> memory.take(tensor(value, 0).bytes()));
    }

    private void addStep(Node node) {
        if (node instanceof Node.Addition && node.inputs().stream().anyMatch(sharing::accumulates)) {
            return;
        }
        List<Tensor> inputs = node.inputs().stream().map(this::tensor).toList();
        Optional<Tensor> converted = Optional.empty();
        if (node instanceof Convolution convolution
                && !inputs.get(0).encoding().equals(encodings.operand(convolution))) {
            Copy copy = copyFor(convolution);
            if (copies.containsKey(copy)) {
                inputs = List.of(copies.get(copy));
            } else {
                converted = Optional.of(place(copy));
            }
        }
        steps.add(new Step(node, inputs, converted, tensor(node.name()), sharing.accumulates(node.name())));
    }

    private Copy copyFor(Convolution reader) {
        return new Copy(reader.input(), encodings.operand(reader));
    }

    /** A copy is made for its first reader and kept for the others. */
    private Tensor place(Copy copy) {
        Shape shape = shapes.of(copy.value());
        Tensor placed = new Tensor(memory.take(Tensor.bytes(shape, copy.encoding())), shape, copy.encoding());
        copies.put(copy, placed);
        return placed;
    }

    private void free(int position) {
        lastReads.forEach((home, last) -> {
            if (last == position) {
                memory.give(offsets.get(home), tensor(home).bytes());
            }
        });
        copies.forEach((copy, tensor) -> {
            if (lastReadsOfCopies.get(copy) == position) {
                memory.give(tensor.offset(), tensor.bytes());
            }
        });
    }

    /** Where a value lies, once it was placed. */
    Tensor tensor(String value) {
        return tensor(value, offsets.get(sharing.home(value)));
    }

    private Tensor tensor(String value, long offset) {
        return new Tensor(offset, shapes.of(value), value.equals(output) ? Encoding.F32 : encodings.stored(value));
    }

    List<Step> steps() {
        return steps;
    }

    long bytes() {
        return memory.size();
    }
}
