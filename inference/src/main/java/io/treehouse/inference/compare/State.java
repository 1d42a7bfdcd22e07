package io.treehouse.inference.compare;

import io.treehouse.inference.carbon.Site;
import io.treehouse.inference.carbon.document.ClassifiedResult;
import java.util.Objects;
import java.util.Optional;

/**
 * What is said of one of the two states beside its map. Immutable.
 *
 * @param result the classification that the map is of; empty for plans, and where none is given
 * @param site what is known of the place in this state
 */
public record State(Optional<ClassifiedResult> result, Site site) {
    public State {
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(site, "site");
    }
}
