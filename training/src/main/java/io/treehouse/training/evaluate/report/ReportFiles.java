package io.treehouse.training.evaluate.report;

import io.treehouse.training.evaluate.EvaluationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes an {@link EvaluationReport} as files. */
public final class ReportFiles {
    private ReportFiles() {}

    /** Writes {@code evaluation.json} and {@code evaluation.csv} into a folder, which is made if it is missing. */
    public static void write(EvaluationReport report, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("evaluation.json"), JsonReport.of(report));
        Files.writeString(folder.resolve("evaluation.csv"), CsvReport.of(report));
    }
}
