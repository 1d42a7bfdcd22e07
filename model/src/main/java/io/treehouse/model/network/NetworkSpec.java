package io.treehouse.model.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A segmentation network from normalised RGB {@code [batch, height, width, 3]} to logits {@code [batch, height, width,
 * 5]}; height and width are multiples of {@link #SIZE_MULTIPLE}. The last node is the output.
 *
 * @param name architecture name such as {@code lite0-fpn96}
 * @param nodes the operations, each after those it reads
 */
public record NetworkSpec(String name, List<Node> nodes) {
    /** Name by which nodes read the network's input. */
    public static final String INPUT = "input";

    /** Heights and widths of the input are multiples of this: the encoder's coarsest stride. */
    public static final int SIZE_MULTIPLE = 32;

    public NetworkSpec {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("A network has at least one node");
        }
        Set<String> known = new HashSet<>(Set.of(INPUT));
        for (Node node : nodes) {
            for (String input : node.inputs()) {
                if (!known.contains(input)) {
                    throw new IllegalArgumentException(
                            node.name() + " reads " + input + ", which no earlier node makes");
                }
            }
            if (!known.add(node.name())) {
                throw new IllegalArgumentException("Two nodes are named " + node.name());
            }
        }
    }

    /** The node whose output is the logits. */
    public Node output() {
        return nodes.get(nodes.size() - 1);
    }

    /** How many times as high and wide as what it enlarges the output is; 1 if the last node enlarges nothing. */
    public int outputEnlargement() {
        return output() instanceof Node.Resize last ? last.factor() : 1;
    }

    /** The convolutions in order: the nodes with weights. */
    public List<Node.Convolution> convolutions() {
        return nodes.stream()
                .filter(Node.Convolution.class::isInstance)
                .map(Node.Convolution.class::cast)
                .toList();
    }
}
