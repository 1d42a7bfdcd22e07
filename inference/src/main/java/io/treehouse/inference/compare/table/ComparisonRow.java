package io.treehouse.inference.compare.table;

import io.treehouse.inference.compare.ChangeCell;
import io.treehouse.inference.compare.ClassChange;
import io.treehouse.inference.compare.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A figure of a comparison. Immutable by agreement.
 *
 * @param id identifier, unique in the comparison, such as {@code change/water/building}
 * @param values values of {@link ComparisonColumns#FIELDS}; null or absent where unknown
 */
record ComparisonRow(String id, Map<String, Object> values) {
    ComparisonRow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(values, "values");
    }

    /** All rows: the matrix, the classes, sinks and emissions, and their sums. */
    static List<ComparisonRow> of(Comparison comparison) {
        List<ComparisonRow> rows = new ArrayList<>();
        comparison.matrix().forEach(cell -> rows.add(change(cell, comparison.intervalMethod())));
        comparison.classes().forEach(change -> rows.addAll(classArea(change)));
        rows.addAll(CarbonRows.of(comparison));
        return rows;
    }

    private static ComparisonRow change(ChangeCell cell, String method) {
        Map<String, Object> values = begin("change", null);
        values.put("classBefore", cell.before());
        values.put("classAfter", cell.after());
        values.put("pixels", (double) cell.pixels());
        values.put("areaCountedM2", cell.countedM2());
        // As in an estimate, the area that is used; without a standard error it is the counted one.
        values.put("areaM2", cell.countedM2());
        if (cell.estimate() != null) {
            ComparisonColumns.put(values, cell.estimate());
        }
        values.put("intervalMethod", cell.estimate() == null ? "none" : method);
        return new ComparisonRow("change/" + cell.before() + "/" + cell.after(), values);
    }

    private static List<ComparisonRow> classArea(ClassChange change) {
        ComparisonRow difference =
                classArea(change.name(), "difference", change.differenceM2().value());
        if (change.errorsKnown()) {
            ComparisonColumns.AREA.put(difference.values(), change.differenceM2());
        }
        return List.of(
                classArea(change.name(), "before", change.beforeM2()),
                classArea(change.name(), "after", change.afterM2()),
                difference);
    }

    private static ComparisonRow classArea(String name, String state, double areaM2) {
        Map<String, Object> values = begin("class_area", state);
        values.put("areaClass", name);
        values.put("areaM2", areaM2);
        return new ComparisonRow("class/" + name + "/" + state, values);
    }

    /** The values that tell which row it is, to be added to. */
    static Map<String, Object> begin(String kind, String state) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind);
        values.put("state", state);
        return values;
    }
}
