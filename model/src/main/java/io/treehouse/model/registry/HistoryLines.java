package io.treehouse.model.registry;

import java.util.List;

/**
 * What can be read of a history, and what cannot. Immutable.
 *
 * @param events the lines that can be read, in order
 * @param damage the lines that cannot, each in words with its number; empty unless somebody or the disk changed the file
 */
record HistoryLines(List<RegistryEvent> events, List<String> damage) {
    HistoryLines {
        events = List.copyOf(events);
        damage = List.copyOf(damage);
    }

    boolean isEmpty() {
        return events.isEmpty() && damage.isEmpty();
    }
}
