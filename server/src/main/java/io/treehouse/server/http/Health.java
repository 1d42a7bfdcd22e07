package io.treehouse.server.http;

import io.treehouse.datasets.document.Known;
import java.util.List;

/**
 * The answer of the health paths.
 *
 * @param status {@code live} or {@code ready}; {@code stuck} or {@code not_ready} with status 503
 * @param problems what is wrong, in words
 */
record Health(
        @Known({"live", "ready", "stuck", "not_ready"}) String status,
        @Known List<String> problems) {
    Health {
        problems = List.copyOf(problems);
    }

    boolean isGood() {
        return problems.isEmpty();
    }
}
