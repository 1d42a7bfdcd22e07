package io.treehouse.server.http;

import java.util.List;

/**
 * The answer of the health paths.
 *
 * @param status {@code live} or {@code ready}; {@code stuck} or {@code not_ready} with status 503
 * @param problems what is wrong, in words
 */
record Health(String status, List<String> problems) {
    Health {
        problems = List.copyOf(problems);
    }

    boolean isGood() {
        return problems.isEmpty();
    }
}
