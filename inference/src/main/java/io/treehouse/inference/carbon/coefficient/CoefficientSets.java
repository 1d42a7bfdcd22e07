package io.treehouse.inference.carbon.coefficient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.datasets.document.DocumentSchema;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads coefficient sets, the shipped one and those of users, against their JSON Schema. Thread-safe. */
public final class CoefficientSets {
    private static final String SHIPPED = "treehouse-defaults-1.json";
    private static final DocumentSchema SCHEMA =
            DocumentSchema.ofResource(CoefficientSets.class, "coefficients.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private CoefficientSets() {}

    /** The set that comes with the program. */
    public static CoefficientSet shipped() {
        try (InputStream document = CoefficientSets.class.getResourceAsStream(SHIPPED)) {
            return parse(JSON.readTree(document), "shipped coefficient set");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The resource " + SHIPPED + " cannot be read", unreadable);
        }
    }

    /**
     * The set in a file.
     *
     * @throws InputProblem if the file is missing or is no coefficient set
     */
    public static CoefficientSet read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "There is no coefficient set " + file.toAbsolutePath(),
                    "Give the path of a JSON file; docs/carbon.md describes it");
        }
        try {
            return parse(JSON.readTree(file.toFile()), "coefficient set " + file);
        } catch (IOException unreadable) {
            throw invalid("coefficient set " + file, unreadable.getMessage(), unreadable);
        }
    }

    /**
     * The set in a document.
     *
     * @param origin what the document is, for messages, such as {@code coefficient set}
     * @throws InputProblem if it is no coefficient set; says everything that is wrong
     */
    public static CoefficientSet parse(JsonNode document, String origin) {
        List<String> faults = SCHEMA.faults(document);
        if (!faults.isEmpty()) {
            throw invalid(origin, String.join("; ", faults), null);
        }
        CoefficientDocument parsed = CoefficientDocument.of(document);
        if (!parsed.faults().isEmpty()) {
            throw invalid(origin, String.join("; ", parsed.faults()), null);
        }
        try {
            return new CoefficientSet(
                    document.get("name").asText(),
                    document.get("version").asText(),
                    DocumentHash.sha256(document),
                    parsed.coefficients());
        } catch (IllegalArgumentException fault) {
            throw invalid(origin, fault.getMessage(), fault);
        }
    }

    /** The JSON Schema of coefficient sets. */
    public static JsonNode schema() {
        return SCHEMA.text();
    }

    private static InputProblem invalid(String origin, String detail, Exception cause) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The " + origin + " cannot be used: " + detail,
                "Correct it; docs/carbon.md describes the format",
                cause);
    }
}
