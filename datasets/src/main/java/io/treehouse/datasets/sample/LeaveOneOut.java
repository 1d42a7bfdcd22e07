package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Splits for cross-validation: in each fold one unit is locked, the next one is for validation, and the others are trained
 * on. The next unit rather than none, so that stopping is decided by a place of another kind than those trained on.
 */
public final class LeaveOneOut {
    private static final int LEAST_UNITS = 3;

    /** What is left out as a whole. */
    public enum Unit {
        /** A place of a data set. */
        PLACE,
        /** A data set. */
        DATASET
    }

    /**
     * The split files of one fold, in the form that {@link io.treehouse.datasets.catalog.Split} reads.
     *
     * @param name of the unit that is locked; also a folder's name
     * @param locked lines of {@code locked.csv}
     * @param validation lines of {@code validation.csv}
     */
    public record Fold(String name, List<String> locked, List<String> validation) {
        private static final String HEADER = "set,pattern";

        public Fold {
            locked = List.copyOf(locked);
            validation = List.copyOf(validation);
        }

        /** Writes both files into a folder of the fold's name. */
        public void write(Path folder) throws IOException {
            Path own = Files.createDirectories(folder.resolve(name));
            Files.writeString(own.resolve("locked.csv"), file(locked));
            Files.writeString(own.resolve("validation.csv"), file(validation));
        }

        private static String file(List<String> lines) {
            return HEADER + "\n" + lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        }
    }

    private LeaveOneOut() {}

    /**
     * One fold for each unit of the data sets.
     *
     * @throws InputProblem if there are fewer than three units
     */
    public static List<Fold> folds(List<Catalog> catalogs, Unit unit) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (Catalog catalog : catalogs) {
            if (unit == Unit.DATASET) {
                lines.put(catalog.name(), List.of(catalog.name() + ",^"));
            } else {
                addPlaces(catalog, lines);
            }
        }
        if (lines.size() < LEAST_UNITS) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "There is nothing to leave out in turn: %d of what is to be left out as a whole"
                            .formatted(lines.size()),
                    "Give data sets with three places or more, or leave out whole data sets of three or more");
        }
        return folds(List.copyOf(lines.entrySet()));
    }

    private static void addPlaces(Catalog catalog, Map<String, List<String>> lines) {
        for (String picture : new LabelledTiles(catalog).names()) {
            String place = catalog.name() + "-" + catalog.places().of(picture);
            lines.computeIfAbsent(place.replaceAll("[^A-Za-z0-9._-]", "_"), name -> new ArrayList<>())
                    .add(catalog.name() + ",^" + Pattern.quote(picture) + "$");
        }
    }

    private static List<Fold> folds(List<Map.Entry<String, List<String>>> units) {
        List<Fold> folds = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Map.Entry<String, List<String>> next = units.get((i + 1) % units.size());
            folds.add(new Fold(units.get(i).getKey(), units.get(i).getValue(), next.getValue()));
        }
        return folds;
    }
}
