package io.treehouse.server.http;

import io.treehouse.datasets.problem.InputProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a map or a table that answers a tile holds, the query's parameter {@code layer}. */
enum AnswerLayer {
    /** Class codes, in maps. */
    CLASSES,
    /** A band of each class's probability, in maps. */
    PROBABILITIES,
    /** The objects, in files of features. */
    OBJECTS,
    /** The figures of the zones that were sent, in files of features. */
    ZONES;

    /**
     * The layer asked for, or the usual one of the form.
     *
     * @param given the parameter; null if not given
     * @throws InputProblem if the form cannot hold it
     */
    static AnswerLayer choose(String given, AnswerForm form) {
        List<AnswerLayer> possible = of(form);
        if (given == null) {
            return possible.isEmpty() ? CLASSES : possible.get(0);
        }
        return possible.stream()
                .filter(layer -> layer.label().equals(given))
                .findFirst()
                .orElseThrow(() -> new InputProblem(
                        InputProblem.Kind.INVALID_PARAMETER,
                        "The parameter layer cannot be '" + given + "' with " + form.mediaType() + ".",
                        possible.isEmpty()
                                ? "Leave layer out, or accept a form that has layers, such as image/tiff."
                                : "Give layer="
                                        + possible.stream()
                                                .map(AnswerLayer::label)
                                                .collect(Collectors.joining(" or ")) + "."));
    }

    private static List<AnswerLayer> of(AnswerForm form) {
        if (form == AnswerForm.CLASS_MAP) {
            return List.of(CLASSES, PROBABILITIES);
        }
        return form.objects().isPresent() ? List.of(OBJECTS, ZONES) : List.of();
    }

    /** The parameter's value. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All values. */
    static List<String> labels() {
        return Arrays.stream(values()).map(AnswerLayer::label).toList();
    }
}
