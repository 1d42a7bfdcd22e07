package io.treehouse.datasets.vector;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Units and descriptions of columns as JSON, for formats without a place for them. */
final class ColumnUnits {
    private ColumnUnits() {}

    /** {@code {"areaM2": {"unit": "m2", "description": "…"}, …}}; columns without description are left out. */
    static String json(List<FeatureField> columns) {
        ObjectNode units = JsonNodeFactory.instance.objectNode();
        for (FeatureField column : columns) {
            if (!column.description().isEmpty()) {
                ObjectNode node = units.putObject(column.name());
                if (!column.unit().isEmpty()) {
                    node.put("unit", column.unit());
                }
                node.put("description", column.description());
            }
        }
        return units.toString();
    }
}
