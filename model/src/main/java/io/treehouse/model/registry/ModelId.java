package io.treehouse.model.registry;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.TrainedModel;

/**
 * Name and version of a model, written {@code NAME@VERSION}. Both are made of characters that are safe in file names.
 *
 * @param name such as {@code treehouse-land-cover}
 * @param version such as {@code 2}
 */
public record ModelId(String name, String version) {
    private static final char SEPARATOR = '@';

    public ModelId {
        if (!TrainedModel.isIdentifier(name) || !TrainedModel.isIdentifier(version)) {
            throw new IllegalArgumentException("Impossible name or version of a model: " + name + " " + version);
        }
    }

    /** Name and version of a model. */
    public static ModelId of(TrainedModel model) {
        return new ModelId(model.name(), model.version());
    }

    /**
     * Reads {@code NAME@VERSION}.
     *
     * @throws InputProblem if the text is of another form
     */
    public static ModelId parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        try {
            return new ModelId(text.substring(0, Math.max(separator, 0)), text.substring(separator + 1));
        } catch (IllegalArgumentException fault) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "'" + text + "' is no version of a model.",
                    "Give NAME@VERSION, such as treehouse-land-cover@4.3; ./treehouse models lists them.",
                    fault);
        }
    }

    @Override
    public String toString() {
        return name + SEPARATOR + version;
    }
}
