package io.treehouse.datasets.catalog;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which pictures may be trained on: whole places are locked (only scored to report) or kept for validation (what has to
 * be chosen is chosen by them). Immutable and thread-safe.
 */
public final class Split {
    /** What a picture serves for. */
    public enum Part {
        /** May be trained on. */
        TRAINING,
        /** Decides what has to be chosen, such as when to stop. */
        VALIDATION,
        /** Is only scored to report, and never decides anything. */
        LOCKED
    }

    private record Rule(String set, Pattern picture) {
        boolean matches(String otherSet, String name) {
            return set.equals(otherSet) && picture.matcher(name).find();
        }
    }

    private final List<Rule> locked;
    private final List<Rule> validation;

    private Split(List<Rule> locked, List<Rule> validation) {
        this.locked = locked;
        this.validation = validation;
    }

    /** Reads {@code locked.csv} and {@code validation.csv} of a folder; lines are {@code set,pattern}. */
    public static Split read(Path folder) {
        return new Split(rules(folder.resolve("locked.csv")), rules(folder.resolve("validation.csv")));
    }

    /** What a picture serves for; locked wins. */
    public Part partOf(String set, String picture) {
        if (locked.stream().anyMatch(rule -> rule.matches(set, picture))) {
            return Part.LOCKED;
        }
        return validation.stream().anyMatch(rule -> rule.matches(set, picture)) ? Part.VALIDATION : Part.TRAINING;
    }

    private static List<Rule> rules(Path file) {
        List<Rule> rules = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int comma = line.indexOf(',');
                if (comma > 0 && !line.equals("set,pattern")) {
                    rules.add(new Rule(line.substring(0, comma), Pattern.compile(line.substring(comma + 1))));
                }
            }
        } catch (IOException | PatternSyntaxException fault) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The split file " + file + " cannot be used: " + fault.getMessage(),
                    "Give lines of set,pattern, the pattern being a regular expression on the picture's name",
                    fault);
        }
        return List.copyOf(rules);
    }
}
