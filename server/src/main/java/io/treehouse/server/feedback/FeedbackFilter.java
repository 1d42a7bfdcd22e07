package io.treehouse.server.feedback;

import java.util.Optional;

/**
 * Which entries to list.
 *
 * @param kind of this kind alone
 * @param tile about this tile alone
 * @param wrong where this class is said to be wrong
 * @param before only those before this number, for the next page
 * @param limit how many at most
 */
public record FeedbackFilter(
        Optional<String> kind, Optional<String> tile, Optional<String> wrong, Optional<Long> before, int limit) {
    private static final int MOST = 1000;

    public FeedbackFilter {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " entries, not " + limit);
        }
    }

    /** Everything, as much as a page has. */
    public static FeedbackFilter all() {
        return new FeedbackFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), MOST);
    }
}
