package io.treehouse.datasets.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Reads {@code dataset.json}. A catalogue may extend another JSON document beside the data (member {@code extends}), of
 * which it replaces or adds members. Thread-safe.
 */
public final class CatalogReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CatalogReader() {}

    /**
     * Reads a catalogue.
     *
     * @param file the {@code dataset.json}
     * @param data folder that the member {@code root} is relative to
     */
    public static Catalog read(Path file, Path data) {
        ObjectNode document = object(file);
        String name = text(file, document, "name");
        Path root = data.resolve(document.path("root").asText("."));
        if (!Files.isDirectory(root)) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "The data set '" + name + "' was looked for in " + root.toAbsolutePath() + ", which is no folder",
                    "Set TREEHOUSE_DATA to the folder that holds the data sets");
        }
        if (document.has("extends")) {
            ObjectNode base = object(root.resolve(document.get("extends").asText()));
            base.setAll(document);
            document = base;
        }
        return catalog(file, name, root, document);
    }

    private static Catalog catalog(Path file, String name, Path root, ObjectNode document) {
        try {
            return new Catalog(
                    name,
                    root,
                    document.path("images").asText("images/*"),
                    labelFiles(document.path("labels")),
                    legend(document.path("legend")),
                    document.has("gsdMetres")
                            ? OptionalDouble.of(document.get("gsdMetres").asDouble())
                            : OptionalDouble.empty(),
                    numbers(document.path("gsdMetresByName")),
                    Pattern.compile(document.path("place").asText("(.*)")),
                    denseBlocks(document.path("denseBlocks")),
                    document.path("licence").asText("none stated"),
                    document.path("licenceClass").asText("unstated"),
                    document.path("citation").asText(""));
        } catch (IllegalArgumentException fault) {
            throw invalid(file, fault.getMessage(), fault);
        }
    }

    private static LabelFiles labelFiles(JsonNode node) {
        String kind = node.path("kind").asText("value-mask");
        return new LabelFiles(
                LabelFiles.Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
                node.path("folder").asText("masks"),
                node.path("extension").asText(".png"));
    }

    private static Map<String, ClassSet> legend(JsonNode node) {
        Map<String, ClassSet> legend = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(entry ->
                        legend.put(entry.getKey(), classes(entry.getValue().path("classes"))));
        return legend;
    }

    private static ClassSet classes(JsonNode labels) {
        List<SurfaceClass> classes = new ArrayList<>();
        labels.forEach(label -> classes.add(SurfaceClass.ofLabel(label.asText())));
        return ClassSet.of(classes);
    }

    private static Optional<DenseBlocks> denseBlocks(JsonNode node) {
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.of(new DenseBlocks(
                        classes(node.path("classes")),
                        node.path("largerThanM2").asDouble(),
                        classes(node.path("become"))));
    }

    private static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(
                        entry -> numbers.put(entry.getKey(), entry.getValue().asDouble()));
        return numbers;
    }

    private static ObjectNode object(Path file) {
        try {
            if (JSON.readTree(file.toFile()) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException unreadable) {
            throw invalid(file, unreadable.getMessage(), unreadable);
        }
        throw invalid(file, "it is no JSON object", null);
    }

    private static String text(Path file, ObjectNode document, String member) {
        if (!document.path(member).isTextual()) {
            throw invalid(file, "it has no text '" + member + "'", null);
        }
        return document.get(member).asText();
    }

    private static InputProblem invalid(Path file, String detail, Exception cause) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The catalogue " + file + " cannot be used: " + detail,
                "Correct it; docs/datasets.md describes the format",
                cause);
    }
}
