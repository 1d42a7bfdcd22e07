package io.treehouse.datasets.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * A check as JSON, for programs: what docs/datasets.md describes. What is unknown is null; lists of faults are always
 * there.
 */
public final class DatasetCheckJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DatasetCheckJson() {}

    /** The report as one JSON object, indented. */
    public static String of(DatasetCheck check) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node(check));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of JSON nodes cannot be written", impossible);
        }
    }

    private static ObjectNode node(DatasetCheck check) {
        ObjectNode node = JSON.createObjectNode();
        node.put("dataset", check.dataset());
        node.put("clean", check.isClean());
        node.put("pictures", check.pictures());
        ObjectNode parts = node.putObject("picturesByPart");
        check.picturesByPart().forEach((part, pictures) -> parts.put(PartNames.of(part), pictures));
        node.put("places", check.places());
        node.set("gsdMetres", gsd(check.gsdMetres()));
        node.set("pixels", pixels(check.pixels()));
        addFaults(node, check);
        return node;
    }

    private static ObjectNode gsd(GsdRange range) {
        return range.isEmpty()
                ? null
                : JSON.createObjectNode().put("smallest", range.smallest()).put("largest", range.largest());
    }

    private static ObjectNode pixels(PixelCounts pixels) {
        ObjectNode node = JSON.createObjectNode();
        node.put("total", pixels.total());
        ObjectNode classes = node.putObject("classes");
        SurfaceClass.all().forEach(c -> classes.set(c.label(), share(pixels.of(c), pixels.total())));
        node.set("oneOfSeveral", share(pixels.oneOfSeveral(), pixels.total()));
        node.set("notLabelled", share(pixels.unlabelled(), pixels.total()));
        return node;
    }

    private static ObjectNode share(long pixels, long total) {
        return JSON.createObjectNode()
                .put("pixels", pixels)
                .put("fraction", total == 0 ? null : (Double) ((double) pixels / total));
    }

    private static void addFaults(ObjectNode node, DatasetCheck check) {
        ArrayNode unreadable = node.putArray("unreadablePairs");
        check.unreadablePairs()
                .forEach(pair ->
                        unreadable.addObject().put("picture", pair.picture()).put("reason", pair.reason()));
        ArrayNode mismatches = node.putArray("sizeMismatches");
        check.sizeMismatches()
                .forEach(sizes -> mismatches
                        .addObject()
                        .put("picture", sizes.picture())
                        .put("pictureWidth", sizes.pictureWidth())
                        .put("pictureHeight", sizes.pictureHeight())
                        .put("maskWidth", sizes.maskWidth())
                        .put("maskHeight", sizes.maskHeight()));
        ArrayNode unknown = node.putArray("unknownLabels");
        check.unknownLabels()
                .forEach(label -> unknown.addObject()
                        .put("picture", label.picture())
                        .put("label", label.label())
                        .put("count", label.count()));
        ArrayNode leaks = node.putArray("leakingPlaces");
        check.leakingPlaces().forEach(leak -> {
            ArrayNode parts = leaks.addObject().put("place", leak.place()).putArray("parts");
            PartNames.of(leak.parts()).forEach(parts::add);
        });
    }
}
