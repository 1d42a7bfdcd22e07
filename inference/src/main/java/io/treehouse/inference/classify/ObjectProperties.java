package io.treehouse.inference.classify;

import io.treehouse.datasets.vector.FeatureField;
import io.treehouse.datasets.vector.FeatureField.Type;
import io.treehouse.inference.objects.MapObject;
import io.treehouse.inference.objects.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is published of an object beside its outline, the same in files and in answers. */
final class ObjectProperties {
    /** Names and types, in the order of publication. */
    static final List<FeatureField> FIELDS = List.of(
            new FeatureField("class", Type.TEXT),
            new FeatureField("areaM2", Type.NUMBER),
            new FeatureField("perimeterM", Type.NUMBER),
            new FeatureField("confidence", Type.NUMBER),
            new FeatureField("touchesEdge", Type.FLAG),
            new FeatureField("crownDiameterM", Type.NUMBER),
            new FeatureField("imageId", Type.TEXT),
            new FeatureField("imageDate", Type.TEXT));

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
