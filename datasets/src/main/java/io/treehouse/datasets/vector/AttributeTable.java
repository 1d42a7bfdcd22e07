package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gdal.ogr.Feature;
import org.gdal.ogr.Layer;

/** The attributes of features as text, without their places: of GeoJSON, a GeoPackage, or a table of separated values. */
public final class AttributeTable {
    private static final int MOST_ROWS = 1_000_000;
    private static final String SEPARATORS = ",;\t";

    private AttributeTable() {}

    /**
     * Reads all rows.
     *
     * @return each row's values by the names of the columns; columns without value are absent
     * @throws InputProblem if the file cannot be read
     */
    public static List<Map<String, String>> read(Path file) {
        if (!VectorFile.recognises(file)) {
            return readText(file);
        }
        try (VectorFile open = VectorFile.open(file)) {
            return readLayer(open.dataset().GetLayer(0));
        }
    }

    private static List<Map<String, String>> readLayer(Layer layer) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Feature feature = layer.GetNextFeature(); feature != null; feature = layer.GetNextFeature()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int field = 0; field < feature.GetFieldCount(); field++) {
                if (feature.IsFieldSetAndNotNull(field)) {
                    row.put(feature.GetFieldDefnRef(field).GetName(), FieldText.read(feature, field));
                }
            }
            feature.delete();
            checkCount(rows);
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, String>> readText(Path file) {
        List<String> lines = lines(file);
        if (lines.isEmpty()) {
            throw unreadable("it has no line", null);
        }
        char separator = separator(lines.get(0));
        List<String> names = cells(lines.get(0), separator);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line, separator);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
                row.put(names.get(i), cells.get(i));
            }
            checkCount(rows);
            rows.add(row);
        }
        return rows;
    }

    private static List<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(MOST_ROWS + 2L)
                    .map(line -> line.replace("\uFEFF", ""))
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            boolean encoding = unreadable instanceof CharacterCodingException
                    || unreadable.getCause() instanceof CharacterCodingException;
            throw unreadable(encoding ? "it is no text in UTF-8" : unreadable.getMessage(), unreadable);
        }
    }

    /** Spreadsheets of many languages write semicolons. */
    private static char separator(String heading) {
        return SEPARATORS
                .chars()
                .mapToObj(c -> (char) c)
                .max(Comparator.comparingLong(
                        separator -> heading.chars().filter(c -> c == separator).count()))
                .orElseThrow();
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private static void checkCount(List<?> rows) {
        if (rows.size() >= MOST_ROWS) {
            throw new InputProblem(
                    Kind.TOO_LARGE, "The table has more than " + MOST_ROWS + " rows", "Send a smaller table");
        }
    }

    private static InputProblem unreadable(String fault, Exception cause) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The table cannot be read: " + fault,
                "Give GeoJSON, a GeoPackage or comma separated values with a heading, in UTF-8",
                cause);
    }
}
