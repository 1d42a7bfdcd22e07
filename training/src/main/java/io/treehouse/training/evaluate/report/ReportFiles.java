package io.treehouse.training.evaluate.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what an evaluation found as files. */
public final class ReportFiles {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ReportFiles() {}

    /**
     * Writes {@code evaluation.json}, {@code evaluation.csv} (places), {@code objects.csv} and {@code evaluation.html}
     * into a folder, which is made if it is missing.
     *
     * @param examples pictures of the class maps for the page
     */
    public static void write(EvaluationResults results, ExampleMaps examples, Path folder) throws IOException {
        Files.createDirectories(folder);
        ObjectNode json = JsonReport.of(results);
        Files.write(folder.resolve("evaluation.json"), JSON.writeValueAsBytes(json));
        Files.writeString(folder.resolve("evaluation.csv"), CsvReport.of(results.report()));
        Files.writeString(folder.resolve("objects.csv"), ObjectsReport.csv(results.report()));
        Files.writeString(folder.resolve("evaluation.html"), HtmlReport.of(json, examples.choose()));
    }
}
