package io.treehouse.inference.compare.table;

import io.treehouse.datasets.vector.FeatureField;
import io.treehouse.datasets.vector.FeatureField.Type;
import io.treehouse.inference.carbon.Flow.Kind;
import io.treehouse.inference.carbon.table.FigureColumns;
import io.treehouse.inference.landcover.AreaEstimate;
import io.treehouse.inference.table.UncertainColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The columns of a comparison's table. Areas, stocks and fluxes have columns of their own, since their units differ. */
public final class ComparisonColumns {
    /** Columns of areas. */
    static final UncertainColumns AREA =
            new UncertainColumns("area", "M2", "m2", "an area (of a change as intervalMethod says)");

    /** Names, units and meanings, in the order of publication. */
    public static final List<FeatureField> FIELDS = fields();

    private ComparisonColumns() {}

    private static List<FeatureField> fields() {
        List<FeatureField> fields = new ArrayList<>();
        text(fields, "kind", "change: from class to class; class_area; stock; yearly_flux. Never add different kinds");
        text(fields, "state", "before, after, or the difference, after without before; null for changes");
        text(fields, "classBefore", "The class that a change begins with");
        text(fields, "classAfter", "The class that it ends with; the same for what stayed");
        text(fields, "areaClass", "The class whose area it is, or that a sink or emission is made of");
        text(fields, "figure", "Which sink or emission, such as tree_carbon; or the sum removals, emissions or net");
        text(fields, "entry", "counted: in the sums; not_counted: to compare with; sum: of counted differences");
        fields.add(new FeatureField("pixels", Type.NUMBER, "1", "Pixels of a change, on the grid of the first map"));
        fields.add(new FeatureField("areaCountedM2", Type.NUMBER, "m2", "Ground area of these pixels"));
        fields.addAll(AREA.fields());
        for (Kind kind : Kind.values()) {
            fields.addAll(FigureColumns.of(kind).fields());
        }
        fields.addAll(UncertainColumns.percentages());
        text(fields, "intervalMethod", "Where area and interval of a change come from, such as model_errors");
        text(fields, "notationKey", "Why there is no difference: NE, NO, NA, IE or C");
        text(fields, "reason", "The same in words, or what of the difference is missing");
        text(fields, "notEstimated", "Figures that are not in a sum");
        text(fields, "coefficientSet", "Name and version of the coefficients");
        return List.copyOf(fields);
    }

    private static void text(List<FeatureField> fields, String name, String description) {
        fields.add(new FeatureField(name, Type.TEXT, "", description));
    }

    /** Puts an area whose method gives no draws. */
    static void put(Map<String, Object> values, AreaEstimate area) {
        values.put("areaM2", area.areaM2());
        values.put("areaStandardErrorM2", area.standardErrorM2());
        values.put("areaLow95M2", area.low95M2());
        values.put("areaHigh95M2", area.high95M2());
    }
}
