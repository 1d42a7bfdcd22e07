package io.treehouse.inference.classify;

import static io.treehouse.datasets.vector.FeatureField.number;
import static io.treehouse.datasets.vector.FeatureField.text;

import io.treehouse.datasets.vector.FeatureField;
import io.treehouse.datasets.vector.FeatureField.Type;
import io.treehouse.inference.objects.MapObject;
import io.treehouse.inference.objects.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is published of an object beside its outline, the same in files and in answers. */
public final class ObjectProperties {
    /** Names and types, in the order of publication. */
    public static final List<FeatureField> FIELDS = List.of(
            text("class", "building, tree_crown, water_body or built_up_area"),
            number("areaM2", "m2", "Ground area of its pixels"),
            number("perimeterM", "m", "Length of all rings of its outline on the ground"),
            number("confidence", "1", "Mean probability of the classes of its pixels"),
            new FeatureField("touchesEdge", Type.FLAG, "", "Whether it may go on beyond the imagery"),
            number("crownDiameterM", "m", "Diameter of the circle with a crown's area"),
            text("imageId", "The caller's name for the image"),
            text("imageDate", "Day of the imagery as the caller gave it"));

    private ObjectProperties() {}

    /** The values of an object of a tile; null where unknown. */
    static Map<String, Object> of(MapObject object, TileRequest request) {
        Region region = object.region();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("class", region.kind().label());
        values.put("areaM2", region.areaM2());
        values.put("perimeterM", object.perimeterM());
        values.put("confidence", region.confidence());
        values.put("touchesEdge", region.touchesEdge());
        values.put("crownDiameterM", object.crownDiameterM());
        values.put("imageId", request.id());
        values.put("imageDate", request.date());
        return values;
    }
}
