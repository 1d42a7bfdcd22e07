package io.treehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.raster.WebTiles;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A result as a STAC item (STAC 1.1.0) with the extensions Projection 2.0.0, Raster 2.0.0, Classification 2.0.0 and
 * Machine Learning Model (MLM) 1.4.0.
 */
final class StacItem {
    private static final List<String> EXTENSIONS = List.of(
            "https://stac-extensions.github.io/projection/v2.0.0/schema.json",
            "https://stac-extensions.github.io/raster/v2.0.0/schema.json",
            "https://stac-extensions.github.io/classification/v2.0.0/schema.json",
            "https://stac-extensions.github.io/mlm/v1.4.0/schema.json");
    private static final List<String> CHANNELS = List.of("red", "green", "blue");

    private StacItem() {}

    /** @param address makes the address of a path on this server */
    static ObjectNode of(
            FinishedResult result, JsonNode answer, WebTiles.Extent extent, UnaryOperator<String> address) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("type", "Feature").put("stac_version", "1.1.0").put("id", result.id());
        EXTENSIONS.forEach(item.putArray("stac_extensions")::add);
        geometry(item, extent);
        properties(item.putObject("properties"), result.made().toString(), answer);
        ObjectNode assets = item.putObject("assets");
        Map<String, String> files = new LinkedHashMap<>(result.fileLinks());
        files.remove(ResultRoutes.PIXELS); // for the page alone
        files.forEach((name, path) -> {
            ObjectNode asset = assets.putObject(name);
            asset.put("href", address.apply(path)).put("type", ResultType.of(name));
            asset.putArray("roles").add(role(name));
            if (name.equals(TileFile.CLASSES.fileName())) {
                classMap(asset, answer);
            }
        });
        model(assets, answer, address);
        ArrayNode links = item.putArray("links");
        Map<String, String> maps = result.mapLinks();
        link(links, "self", address.apply(maps.get("stac")), "application/geo+json");
        link(links, "tilejson", address.apply(maps.get("tilejson")), "application/json");
        return item;
    }

    private static String role(String name) {
        return switch (name) {
            case FinishedResult.ANSWER -> "metadata";
            case "overlay.png", ResultRoutes.PICTURE -> "overview";
            default -> "data";
        };
    }

    private static void geometry(ObjectNode item, WebTiles.Extent extent) {
        ArrayNode ring = item.putObject("geometry")
                .put("type", "Polygon")
                .putArray("coordinates")
                .addArray();
        for (double[] corner : new double[][] {
            {extent.west(), extent.south()},
            {extent.east(), extent.south()},
            {extent.east(), extent.north()},
            {extent.west(), extent.north()},
            {extent.west(), extent.south()}
        }) {
            ring.addArray().add(corner[0]).add(corner[1]);
        }
        item.putArray("bbox")
                .add(extent.west())
                .add(extent.south())
                .add(extent.east())
                .add(extent.north());
    }

    /** The day of the imagery where its sender gave it; else the time of classification, which is all that is known. */
    private static void properties(ObjectNode properties, String made, JsonNode answer) {
        String date = answer.path("date").asText("");
        properties.put("datetime", date.isEmpty() ? made : date + "T00:00:00Z");
        properties.put("created", made);
        if (answer.hasNonNull("gsdMetres")) {
            properties.put("gsd", answer.get("gsdMetres").asDouble());
        }
        String crs = answer.path("crs").asText();
        if (crs.startsWith("EPSG:")) {
            properties.put("proj:code", crs);
        } else {
            properties.putNull("proj:code");
        }
        properties
                .putArray("proj:shape")
                .add(answer.at("/imageSize/height").asInt())
                .add(answer.at("/imageSize/width").asInt());
        mlm(properties, answer.path("model"));
    }

    private static void mlm(ObjectNode properties, JsonNode model) {
        properties.put(
                "mlm:name",
                model.path("name").asText() + " " + model.path("version").asText());
        properties.put("mlm:architecture", "EfficientNet-Lite0 with a feature pyramid");
        properties.putArray("mlm:tasks").add("semantic-segmentation");
        properties.put("mlm:framework", "Deeplearning4j");
        properties.put("mlm:pretrained", true);
        int pixels = model.path("windowPixels").asInt();
        ObjectNode input = properties.putArray("mlm:input").addObject().put("name", "window");
        CHANNELS.forEach(input.putArray("bands")::add);
        array(input.putObject("input"), "float32", pixels, CHANNELS.size());
        ObjectNode output = properties.putArray("mlm:output").addObject().put("name", "land cover");
        output.putArray("bands");
        output.putArray("tasks").add("semantic-segmentation");
        array(output.putObject("result"), "float32", pixels, SurfaceClass.COUNT);
        classes(output);
    }

    private static void array(ObjectNode array, String type, int pixels, int channels) {
        array.putArray("shape").add(-1).add(pixels).add(pixels).add(channels);
        List.of("batch", "height", "width", "channel").forEach(array.putArray("dim_order")::add);
        array.put("data_type", type);
    }

    private static void classMap(ObjectNode asset, JsonNode answer) {
        ObjectNode band = asset.putArray("bands")
                .addObject()
                .put("name", "class")
                .put("data_type", "uint8")
                .put("nodata", SurfaceClass.NODATA);
        if (answer.hasNonNull("gsdMetres")) {
            band.put("raster:spatial_resolution", answer.get("gsdMetres").asDouble());
        }
        classes(asset);
    }

    private static void classes(ObjectNode holder) {
        ArrayNode classes = holder.putArray("classification:classes");
        SurfaceClass.all()
                .forEach(c -> classes.addObject()
                        .put("value", c.code())
                        .put("name", c.label())
                        .put("color_hint", "%06X".formatted(c.rgb())));
    }

    private static void model(ObjectNode assets, JsonNode answer, UnaryOperator<String> address) {
        JsonNode model = answer.path("model");
        String id = model.path("name").asText() + "@" + model.path("version").asText();
        ObjectNode asset = assets.putObject("model")
                .put("href", address.apply("/v1/models/" + id))
                .put("type", "application/json")
                .put("mlm:artifact_type", "treehouse.bundle");
        asset.putArray("roles").add("mlm:model");
        ArrayNode bands = asset.putArray("bands");
        CHANNELS.forEach(name -> bands.addObject().put("name", name));
    }

    private static void link(ArrayNode links, String rel, String href, String type) {
        links.addObject().put("rel", rel).put("href", href).put("type", type);
    }
}
