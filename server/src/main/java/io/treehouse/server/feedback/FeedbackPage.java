package io.treehouse.server.feedback;

import io.treehouse.datasets.document.Known;
import java.util.List;

/**
 * Part of the feedback, the latest first.
 *
 * @param feedback entries
 * @param next what to give as {@code before} for the entries that follow; null if there are no more
 */
public record FeedbackPage(@Known List<FeedbackEntry> feedback, Long next) {
    public FeedbackPage {
        feedback = List.copyOf(feedback);
    }
}
