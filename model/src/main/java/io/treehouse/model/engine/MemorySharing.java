package io.treehouse.model.engine;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import io.treehouse.model.network.Node.Addition;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.network.Node.Resize;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values live in the memory of another one. A sum takes the place of an operand that nobody reads afterwards; where
 * possible the other operand is not stored at all but added there by the operation that makes it.
 */
final class MemorySharing {
    private final List<Node> nodes;
    private final Lifetimes lifetimes;
    private final Map<String, String> homes = new HashMap<>();
    private final Set<String> accumulating = new HashSet<>();

    /** @param fuseAdditions whether operations may add to their output instead of overwriting it */
    MemorySharing(List<Node> nodes, Lifetimes lifetimes, boolean fuseAdditions) {
        this.nodes = nodes;
        this.lifetimes = lifetimes;
        // The last node's output has a type of its own and shares with nobody.
        for (int i = 0; i < nodes.size() - 1; i++) {
            if (nodes.get(i) instanceof Addition addition) {
                share(addition, i, fuseAdditions);
            }
        }
    }

    private void share(Addition addition, int position, boolean fuse) {
        boolean leftIsEarlier = lifetimes.madeAt(addition.left()) < lifetimes.madeAt(addition.right());
        String earlier = leftIsEarlier ? addition.left() : addition.right();
        String later = leftIsEarlier ? addition.right() : addition.left();
        if (diesAt(position, earlier)) {
            homes.put(addition.name(), home(earlier));
            if (fuse && canAccumulate(later, earlier)) {
                homes.put(later, home(earlier));
                accumulating.add(later);
            }
        } else if (diesAt(position, later)) {
            homes.put(addition.name(), home(later));
        }
    }

    private boolean diesAt(int position, String value) {
        return !value.equals(NetworkSpec.INPUT) && lifetimes.lastReadAt(value) == position;
    }

    /** Whether the maker of a value may add it to another: it is linear, read by the sum alone, and disturbs no reader. */
    private boolean canAccumulate(String value, String target) {
        int position = lifetimes.madeAt(value);
        boolean undisturbed = lifetimes.readAt(target).stream()
                        .filter(reader -> reader >= position)
                        .count()
                == 1;
        return position > lifetimes.madeAt(target)
                && undisturbed
                && lifetimes.readAt(value).size() == 1
                && isLinear(nodes.get(position));
    }

    private static boolean isLinear(Node node) {
        return node instanceof Resize
                || node instanceof Convolution convolution && convolution.activation() == Activation.NONE;
    }

    /** The value in whose memory this one lives; itself if it has its own. */
    String home(String value) {
        return homes.getOrDefault(value, value);
    }

    /** Whether the maker of this value adds it to its home. */
    boolean accumulates(String value) {
        return accumulating.contains(value);
    }
}
