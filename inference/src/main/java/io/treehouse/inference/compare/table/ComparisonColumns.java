package io.treehouse.inference.compare.table;

import static io.treehouse.datasets.vector.FeatureField.number;
import static io.treehouse.datasets.vector.FeatureField.text;

import io.treehouse.datasets.vector.FeatureField;
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
        List<FeatureField> fields = new ArrayList<>(List.of(
                text("kind", "change: from class to class; class_area; stock; yearly_flux. Never add different kinds"),
                text("state", "before, after, or the difference, after without before; null for changes"),
                text("classBefore", "The class that a change begins with"),
                text("classAfter", "The class that it ends with; the same for what stayed"),
                text("areaClass", "The class whose area it is, or that a sink or emission is made of"),
                text("figure", "Which sink or emission, such as tree_carbon; or the sum removals, emissions or net"),
                text("entry", "counted: in the sums; not_counted: to compare with; sum: of counted differences"),
                number("pixels", "1", "Pixels of a change, on the grid of the first map"),
                number("areaCountedM2", "m2", "Ground area of these pixels")));
        fields.addAll(AREA.fields());
        fields.addAll(FigureColumns.ofFigures());
        fields.addAll(List.of(
                text("intervalMethod", "Where area and interval of a change come from, such as model_errors"),
                text("notationKey", "Why there is no difference: NE, NO, NA, IE or C"),
                text("reason", "The same in words, or what of the difference is missing"),
                text("notEstimated", "Figures that are not in a sum"),
                text("coefficientSet", "Name and version of the coefficients")));
        return List.copyOf(fields);
    }

    /** Puts an area whose method gives no draws. */
    static void put(Map<String, Object> values, AreaEstimate area) {
        values.put("areaM2", area.areaM2());
        values.put("areaStandardErrorM2", area.standardErrorM2());
        values.put("areaLow95M2", area.low95M2());
        values.put("areaHigh95M2", area.high95M2());
    }
}
