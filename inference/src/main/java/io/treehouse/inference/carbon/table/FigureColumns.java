package io.treehouse.inference.carbon.table;

import static io.treehouse.datasets.vector.FeatureField.number;
import static io.treehouse.datasets.vector.FeatureField.text;

import io.treehouse.datasets.vector.FeatureField;
import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.Flow.Kind;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.table.UncertainColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of an estimate's table. Stocks and fluxes have columns of their own, since their units differ. */
public final class FigureColumns {
    private static final UncertainColumns STOCK =
            new UncertainColumns("stock", "KgCo2e", "kg{CO2e}", "a stock, removals negative");
    private static final UncertainColumns FLUX =
            new UncertainColumns("flux", "KgCo2ePerYear", "kg{CO2e}/a", "a yearly flux, removals negative");

    /** Names, units and meanings, in the order of publication. */
    public static final List<FeatureField> FIELDS = fields();

    private FigureColumns() {}

    /** The columns that figures of a kind stand in. */
    public static UncertainColumns of(Kind kind) {
        return switch (kind) {
            case STOCK -> STOCK;
            case YEARLY_FLUX -> FLUX;
        };
    }

    /** The columns of all figures: stocks, fluxes, and what figures of both kinds have in percent. */
    public static List<FeatureField> ofFigures() {
        List<FeatureField> fields = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            fields.addAll(of(kind).fields());
        }
        fields.addAll(UncertainColumns.percentages());
        return List.copyOf(fields);
    }

    /** Puts why a figure is missing, or what of it is. */
    public static void explain(Map<String, Object> values, NotationKey notationKey, String reason) {
        values.put("notationKey", notationKey == null ? null : notationKey.name());
        values.put("reason", reason);
    }

    /** Puts what a sum lacks. */
    public static void putNotEstimated(Map<String, Object> values, List<Flow> flows) {
        String labels = flows.stream().map(Flow::label).collect(Collectors.joining(", "));
        values.put("notEstimated", labels.isEmpty() ? null : labels);
    }

    private static List<FeatureField> fields() {
        List<FeatureField> fields = new ArrayList<>(List.of(
                text("zoneId", "The zone; null for all zones together"),
                text("zoneName", "The zone's name; null if it has none"),
                text("figure", "Which figure, such as tree_carbon; or the sum removals, emissions or net"),
                text("kind", "stock: at the image's date; yearly_flux: passes every year. Never add the two"),
                text(
                        "entry",
                        "counted: in the sums; not_counted: to compare with; sum: of the zone's counted figures")));
        fields.addAll(ofFigures());
        fields.addAll(List.of(
                text("notationKey", "Why there is no figure: NE, NO, NA, IE or C"),
                text("reason", "The same in words, or what of the figure is missing"),
                text("notEstimated", "Figures that are not, or not everywhere, in a sum"),
                text("areaClass", "The class whose area the figure is made of"),
                number("areaM2", "m2", "Its area that was used"),
                number("areaStandardErrorM2", "m2", "Standard error of that area; null if it is not known"),
                number("areaCountedM2", "m2", "Area of its pixels in the class map"),
                text("areaSource", "Where area and error come from, such as model_based"),
                text("formula", "The formula with its numbers"),
                text("site", "What is known of the place, as JSON"),
                text("coefficientSet", "Name and version of the coefficients")));
        return List.copyOf(fields);
    }
}
