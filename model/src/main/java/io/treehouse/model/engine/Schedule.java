package io.treehouse.model.engine;

import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import java.util.List;

/**
 * A network compiled for one size of window: the steps to run and where in one working memory each output lies, reused
 * after its last reader. A last enlargement is left to {@link ProbabilityHead}.
 *
 * @param steps the operations in order
 * @param input where the normalised window goes, f32
 * @param logits where the last step leaves the logits, f32
 * @param enlargement factor by which the window is larger than the logits
 * @param bytes size of the working memory
 */
record Schedule(List<Step> steps, Tensor input, Tensor logits, int enlargement, long bytes) {
    Schedule {
        steps = List.copyOf(steps);
    }

    /**
     * Compiles a network.
     *
     * @param encodings numbers of all values but the logits
     * @param fuseAdditions whether operations may add to their output instead of overwriting it
     */
    static Schedule of(NetworkSpec network, int height, int width, Encodings encodings, boolean fuseAdditions) {
        List<Node> nodes = network.nodes();
        int enlargement = network.outputEnlargement();
        if (enlargement > 1) {
            nodes = nodes.subList(0, nodes.size() - 1);
        }
        Placement placement = new Placement(network, height, width, nodes, encodings, fuseAdditions);
        String output = nodes.get(nodes.size() - 1).name();
        return new Schedule(
                placement.steps(),
                placement.tensor(NetworkSpec.INPUT),
                placement.tensor(output),
                enlargement,
                placement.bytes());
    }
}
