package io.treehouse.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON documents in files. */
final class JsonFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFiles() {}

    /** The document of a file that its user names. */
    static JsonNode read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InputProblem(Kind.NOT_FOUND, "There is no file " + file, "Give the path of a JSON file");
        }
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException malformed) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The file " + file + " is no JSON: " + malformed.getOriginalMessage(),
                    "Give a whole JSON document",
                    malformed);
        }
    }

    /** Writes a document to a file, or where there is none to the output. */
    static void write(Object document, Path file, PrintWriter output) throws IOException {
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        if (file != null) {
            Files.writeString(file, text + System.lineSeparator());
        } else {
            output.println(text);
            output.flush();
        }
    }
}
