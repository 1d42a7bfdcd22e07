package io.treehouse.datasets.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads {@code dataset.json}. A catalogue may extend another JSON document beside the data (member {@code extends}), of
 * which it replaces or adds members. What results is checked against the JSON Schema, and every fault is reported with its
 * place. Thread-safe.
 */
public final class CatalogReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CatalogReader() {}

    /**
     * Reads a catalogue.
     *
     * @param file the {@code dataset.json}
     * @param data folder that the member {@code root} is relative to, unless it starts with a dot: then it is relative to
     *     the catalogue's own folder
     * @throws InputProblem if the file, its imagery or what it extends is missing, or if it does not have the right form
     */
    public static Catalog read(Path file, Path data) {
        ObjectNode document = object(file);
        Path root = root(file, data, document);
        if (document.path("extends").isTextual()) {
            ObjectNode base = object(root.resolve(document.get("extends").asText()));
            base.setAll(document);
            document = base;
        }
        List<String> faults = CatalogSchema.faults(document);
        if (!faults.isEmpty()) {
            throw invalid(file, String.join("; ", faults), null);
        }
        try {
            return CatalogDocument.toCatalog(document, root);
        } catch (IllegalArgumentException fault) {
            throw invalid(file, fault.getMessage(), fault);
        }
    }

    private static Path root(Path file, Path data, ObjectNode document) {
        String stated = document.path("root").asText(".");
        Path folder = stated.startsWith(".") ? file.toAbsolutePath().getParent() : data.toAbsolutePath();
        Path root = folder.resolve(stated).normalize();
        if (!Files.isDirectory(root)) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "The imagery of the catalogue " + file + " was looked for in " + root + ", which is no folder",
                    "Set TREEHOUSE_DATA to the folder that holds the data sets, or correct 'root' in the catalogue");
        }
        return root;
    }

    private static ObjectNode object(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "There is no catalogue " + file.toAbsolutePath(),
                    "Give the path of a dataset.json");
        }
        try {
            if (JSON.readTree(file.toFile()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException malformed) {
            throw invalid(
                    file,
                    "%s in line %d"
                            .formatted(
                                    malformed.getOriginalMessage(),
                                    malformed.getLocation().getLineNr()),
                    malformed);
        } catch (IOException unreadable) {
            throw invalid(file, unreadable.getMessage(), unreadable);
        }
        throw invalid(file, "it is no JSON object", null);
    }

    private static InputProblem invalid(Path file, String detail, Exception cause) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The catalogue " + file + " cannot be used: " + detail,
                "Correct it; docs/datasets.md describes the format",
                cause);
    }
}
