package io.treehouse.model.registry;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;

/**
 * Who changes a registry, and why.
 *
 * @param by name of a person or program
 * @param reason in words; may be empty
 */
public record Change(String by, String reason) {
    private static final int MAXIMUM_LENGTH = 2000;

    public Change {
        if (by.isBlank() || by.length() > MAXIMUM_LENGTH || reason.length() > MAXIMUM_LENGTH) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "A change names who makes it, and its reason has at most " + MAXIMUM_LENGTH + " characters.",
                    "Shorten the reason.");
        }
    }
}
