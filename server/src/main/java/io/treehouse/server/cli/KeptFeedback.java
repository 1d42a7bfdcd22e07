package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.server.feedback.FeedbackShelf;
import io.treehouse.server.store.Store;
import io.treehouse.server.store.StoreUnavailableException;
import java.util.function.Consumer;

/** The feedback in a home folder, for commands that read it without a server. */
final class KeptFeedback {
    private KeptFeedback() {}

    /**
     * Opens it for a while.
     *
     * @throws InputProblem if its database cannot be used: an embedded one belongs to the server that runs with it
     */
    static void with(HomeOptions home, Consumer<FeedbackShelf> work) {
        try (Store store = new Store(home.store())) {
            work.accept(new FeedbackShelf(store, home.folder()));
        } catch (StoreUnavailableException lost) {
            throw new InputProblem(
                    Kind.CONFLICT,
                    lost.getMessage(),
                    "If a server uses it, ask that: GET /v1/feedback lists, GET /v1/feedback/labels gives the labels, and"
                            + " POST /v1/retrainings with \"feedback\": true trains on them.",
                    lost);
        }
    }
}
