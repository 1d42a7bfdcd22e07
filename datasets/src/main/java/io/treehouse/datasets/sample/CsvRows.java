package io.treehouse.datasets.sample;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Reads tables of comma separated values whose first line is a heading. */
final class CsvRows {
    private CsvRows() {}

    /**
     * Reads a table.
     *
     * @param form the heading that is expected, for the message when it cannot be read
     * @param row makes something of a line's cells
     * @throws InputProblem if the file cannot be read or {@code row} finds too few cells or no numbers
     */
    static <T> List<T> read(Path table, String form, Function<String[], T> row) {
        try {
            return Files.readAllLines(table).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.strip().split("\\s*,\\s*"))
                    .map(row)
                    .toList();
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException fault) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The table " + table + " cannot be read: " + fault.getMessage(),
                    "Give a header line " + form + " and one tree a line, in pixels",
                    fault);
        }
    }
}
