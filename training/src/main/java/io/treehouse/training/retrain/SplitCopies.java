package io.treehouse.training.retrain;

import io.treehouse.datasets.document.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The split files of a retraining: those that were given, with the pictures that it holds out and skips itself. */
final class SplitCopies {
    private SplitCopies() {}

    /**
     * Writes the files.
     *
     * @param from folder of the files that were given
     * @param to folder of the copies
     */
    static void write(Path from, Path to, List<NewImagery> imagery) throws IOException {
        Files.createDirectories(to);
        copy(from, to, "locked.csv", List.of());
        copy(from, to, "validation.csv", lines(imagery, NewImagery::heldOut));
        copy(from, to, "unused.csv", lines(imagery, found -> found.skipped().keySet()));
    }

    private static List<String> lines(
            List<NewImagery> imagery, java.util.function.Function<NewImagery, Collection<String>> pictures) {
        return imagery.stream()
                .flatMap(found -> pictures.apply(found).stream()
                        .sorted()
                        .map(picture -> found.set() + ",^" + Pattern.quote(picture) + "$"))
                .toList();
    }

    private static void copy(Path from, Path to, String name, List<String> more) throws IOException {
        Path original = from.resolve(name);
        List<String> lines = new ArrayList<>(
                Files.exists(original) || !name.equals("unused.csv")
                        ? Files.readAllLines(original)
                        : List.of("set,pattern"));
        lines.addAll(more);
        AtomicFile.write(to.resolve(name), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
