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
 * be chosen is chosen by them), and what touches those may be left out. Immutable and thread-safe.
 */
public final class Split {
    /** What a picture serves for. */
    public enum Part {
        /** May be trained on. */
        TRAINING,
        /** Decides what has to be chosen, such as when to stop. */
        VALIDATION,
        /** Is only scored to report, and never decides anything. */
        LOCKED,
        /** Serves for nothing: it touches a picture that is held out, where one continuous picture had to be cut. */
        UNUSED
    }

    private record Rule(String set, Pattern picture) {
        boolean matches(String otherSet, String name) {
            return set.equals(otherSet) && picture.matcher(name).find();
        }
    }

    private final List<Rule> locked;
    private final List<Rule> validation;
    private final List<Rule> unused;

    private Split(List<Rule> locked, List<Rule> validation, List<Rule> unused) {
        this.locked = locked;
        this.validation = validation;
        this.unused = unused;
    }

    /**
     * Reads {@code locked.csv}, {@code validation.csv} and, where it exists, {@code unused.csv} of a folder; lines are
     * {@code set,pattern}.
     */
    public static Split read(Path folder) {
        Path unused = folder.resolve("unused.csv");
        return new Split(
                rules(folder.resolve("locked.csv")),
                rules(folder.resolve("validation.csv")),
                Files.exists(unused) ? rules(unused) : List.of());
    }

    /** What a picture serves for; locked wins, then validation. */
    public Part partOf(String set, String picture) {
        if (anyMatches(locked, set, picture)) {
            return Part.LOCKED;
        }
        if (anyMatches(validation, set, picture)) {
            return Part.VALIDATION;
        }
        return anyMatches(unused, set, picture) ? Part.UNUSED : Part.TRAINING;
    }

    private static boolean anyMatches(List<Rule> rules, String set, String picture) {
        return rules.stream().anyMatch(rule -> rule.matches(set, picture));
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
