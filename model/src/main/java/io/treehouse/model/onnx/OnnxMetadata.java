package io.treehouse.model.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.ModelInput;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an exported file says about itself: the keys that QGIS's Deepness plugin reads, each value as JSON, and which
 * model it is. The plugin's guide calls the size of a tile {@code tiles_size}, its code {@code tile_size}; both are
 * given.
 *
 * @see <a href="https://qgis-plugin-deepness.readthedocs.io/en/latest/creators/creators_add_metadata_to_model.html">
 *     Deepness: Adding metadata to ONNX model</a>
 */
final class OnnxMetadata {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double CENTIMETRES = 100;
    private static final double PERCENT = 100;

    private OnnxMetadata() {}

    /** Keys and values. */
    static Map<String, String> of(ModelBundle bundle) {
        ModelInput input = bundle.model().input();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("model_type", json("Segmentor"));
        metadata.put("class_names", json(classNames()));
        metadata.put("resolution", json(input.gsdMetres() * CENTIMETRES));
        metadata.put("tiles_size", json(input.windowPixels()));
        metadata.put("tile_size", json(input.windowPixels()));
        metadata.put("tiles_overlap", json(Math.round(PERCENT * input.overlapPixels() / input.windowPixels())));
        metadata.put("temperature", json(bundle.model().temperature()));
        metadata.put("model_name", json(bundle.model().name()));
        metadata.put("model_version", json(bundle.model().version()));
        metadata.put("model_sha256", json(bundle.sha256()));
        return metadata;
    }

    private static Map<Integer, String> classNames() {
        Map<Integer, String> names = new LinkedHashMap<>();
        SurfaceClass.all().forEach(surface -> names.put(surface.code(), surface.label()));
        return names;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not writable as JSON: " + value, e);
        }
    }
}
