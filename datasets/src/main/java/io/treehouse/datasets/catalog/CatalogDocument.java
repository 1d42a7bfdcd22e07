package io.treehouse.datasets.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.catalog.LabelFiles.ColourMask;
import io.treehouse.datasets.catalog.LabelFiles.CrownBoxes;
import io.treehouse.datasets.catalog.LabelFiles.PerPicture;
import io.treehouse.datasets.catalog.LabelFiles.Polygons;
import io.treehouse.datasets.catalog.LabelFiles.TreePoints;
import io.treehouse.datasets.catalog.LabelFiles.ValueMask;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns a document that the schema has accepted into a {@link Catalog}. */
final class CatalogDocument {
    private static final String EVERY_PICTURE_ITSELF = "(.*)";

    private CatalogDocument() {}

    /**
     * Makes the catalogue.
     *
     * @throws IllegalArgumentException if a value has the right form but makes no sense
     */
    static Catalog toCatalog(JsonNode document, Path root) {
        return new Catalog(
                document.get("name").asText(),
                root,
                document.path("images").asText("images/*"),
                bands(document.path("bands")),
                labels(document.path("labels"), root),
                legend(document.path("legend")),
                document.has("gsdMetres")
                        ? OptionalDouble.of(document.get("gsdMetres").asDouble())
                        : OptionalDouble.empty(),
                numbers(document.path("gsdMetresByName")),
                new Places(
                        pattern(document.path("place").asText(EVERY_PICTURE_ITSELF)),
                        texts(document.path("placeByName"))),
                denseBlocks(document.path("denseBlocks")),
                new Licence(
                        document.path("licence").asText("none stated"),
                        Licence.Kind.ofLabel(document.path("licenceClass").asText(Licence.Kind.UNSTATED.label())),
                        document.path("citation").asText("")));
    }

    private static Optional<Bands> bands(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        OptionalInt nearInfrared = node.has("nearInfrared")
                ? OptionalInt.of(node.get("nearInfrared").asInt())
                : OptionalInt.empty();
        return Optional.of(new Bands(
                node.get("red").asInt(),
                node.get("green").asInt(),
                node.get("blue").asInt(),
                nearInfrared));
    }

    private static LabelFiles labels(JsonNode node, Path root) {
        String kind = node.path("kind").asText("value-mask");
        return switch (kind) {
            case "value-mask" -> new ValueMask(files(node, "masks", ".png"));
            case "colour-mask" ->
                new ColourMask(
                        files(node, "masks", ".png"), node.path("nearest").asBoolean(false));
            case "tree-points" -> new TreePoints(files(node, "points", ".csv"));
            case "crown-boxes" -> new CrownBoxes(files(node, "boxes", ".csv"), classes(node.path("elsewhere")));
            case "polygons" ->
                new Polygons(
                        files(node, "labels", ".geojson"),
                        Optional.ofNullable(node.get("file")).map(file -> root.resolve(file.asText())),
                        node.get("attribute").asText(),
                        classes(node.path("elsewhere")));
            default -> throw new IllegalArgumentException("labels.kind is '" + kind + "'");
        };
    }

    private static PerPicture files(JsonNode node, String folder, String extension) {
        return new PerPicture(
                node.path("folder").asText(folder), node.path("extension").asText(extension));
    }

    private static List<LegendEntry> legend(JsonNode node) {
        List<LegendEntry> legend = new ArrayList<>();
        node.fields()
                .forEachRemaining(entry -> legend.add(new LegendEntry(
                        entry.getKey(),
                        entry.getValue().path("name").asText(""),
                        classes(entry.getValue().path("classes")))));
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
                        classes(node.get("classes")),
                        node.get("largerThanM2").asDouble(),
                        classes(node.get("become"))));
    }

    private static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new HashMap<>();
        node.fields()
                .forEachRemaining(
                        entry -> numbers.put(entry.getKey(), entry.getValue().asDouble()));
        return numbers;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.fields()
                .forEachRemaining(
                        entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static Pattern pattern(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException fault) {
            throw new IllegalArgumentException("place '" + expression + "' is no regular expression", fault);
        }
    }
}
