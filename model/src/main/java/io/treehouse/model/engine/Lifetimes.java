package io.treehouse.model.engine;

import io.treehouse.model.network.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who makes and who reads each value of a list of nodes, by position in the list. */
final class Lifetimes {
    private final Map<String, Integer> makers = new HashMap<>();
    private final Map<String, List<Integer>> readers = new HashMap<>();

    Lifetimes(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            makers.put(nodes.get(i).name(), i);
            for (String input : nodes.get(i).inputs()) {
                readers.computeIfAbsent(input, name -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Position of the node that makes a value; -1 for the network's input. */
    int madeAt(String value) {
        return makers.getOrDefault(value, -1);
    }

    /** Positions of the nodes that read a value, ascending. */
    List<Integer> readAt(String value) {
        return readers.getOrDefault(value, List.of());
    }

    /** Position of the last node that reads a value; that of its maker if nobody does. */
    int lastReadAt(String value) {
        List<Integer> positions = readAt(value);
        return positions.isEmpty() ? madeAt(value) : positions.get(positions.size() - 1);
    }
}
