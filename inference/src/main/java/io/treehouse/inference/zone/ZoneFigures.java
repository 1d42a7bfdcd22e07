package io.treehouse.inference.zone;

import static io.treehouse.datasets.vector.FeatureField.number;
import static io.treehouse.datasets.vector.FeatureField.text;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.datasets.vector.FeatureField;
import io.treehouse.inference.landcover.AreaEstimate;
import io.treehouse.inference.landcover.AreaEstimates;
import io.treehouse.inference.landcover.ClassAreaEstimate;
import io.treehouse.inference.objects.ObjectClass;
import io.treehouse.inference.objects.ObjectTotal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of zones as the columns of a table, one row a zone. */
public final class ZoneFigures {
    /** Names, units and meanings, in the order of publication. */
    public static final List<FeatureField> FIELDS = fields();

    private ZoneFigures() {}

    private static List<FeatureField> fields() {
        List<FeatureField> fields = new ArrayList<>();
        fields.add(text("name", "The zone's name in its file"));
        fields.add(number("shareOnTile", "1", "Share of the zone's area that lies on the tile"));
        fields.add(number("validM2", "m2", "Ground with imagery"));
        fields.add(number("nodataM2", "m2", "Ground without imagery"));
        for (SurfaceClass surface : SurfaceClass.all()) {
            String column = column(surface.label());
            String of = " of " + surface.label();
            fields.add(number(column + "CountedM2", "m2", "Area of the pixels" + of));
            fields.add(number(column + "Fraction", "1", "Share of the zone's valid pixels" + of));
            fields.add(number(column + "M2", "m2", "Area" + of + ", corrected for known errors of the map"));
            fields.add(number(column + "StandardErrorM2", "m2", "Standard error of the corrected area" + of));
            fields.add(number(column + "Low95M2", "m2", "Lower end of the 95 % interval of the area" + of));
            fields.add(number(column + "High95M2", "m2", "Upper end of the 95 % interval of the area" + of));
        }
        for (ObjectClass kind : ObjectClass.values()) {
            String column = column(kind.label());
            String of = " of objects " + kind.label() + " in the zone, by their position or centre";
            fields.add(number(column + "Count", "1", "Number" + of));
            fields.add(number(column + "DoubtfulCount", "1", "Number of the doubtful ones among them"));
            fields.add(number(column + "ObjectsM2", "m2", "Area" + of));
        }
        fields.add(text("areaMethod", "How the corrected areas were estimated"));
        fields.add(text("imageId", "The caller's name for the image"));
        fields.add(text("imageDate", "Day of the imagery as the caller gave it"));
        return List.copyOf(fields);
    }

    /** A published name such as {@code tree_canopy} as the beginning of columns, {@code treeCanopy}. */
    private static String column(String label) {
        StringBuilder column = new StringBuilder();
        for (String word : label.split("_")) {
            column.append(column.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return column.toString();
    }

    /**
     * The values of a zone; null where unknown, for instance the corrected areas of classes that are estimated together.
     *
     * @param imageId the caller's name for the image; null if not given
     * @param imageDate day of the imagery; null if not given
     */
    public static Map<String, Object> of(ZoneCover zone, String imageId, String imageDate) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", zone.name());
        values.put("shareOnTile", zone.shareOnTile());
        values.put("validM2", zone.valid().areaM2());
        values.put("nodataM2", zone.nodata().areaM2());
        zone.classes().forEach((label, cover) -> {
            values.put(column(label) + "CountedM2", cover.areaM2());
            values.put(column(label) + "Fraction", cover.fraction());
        });
        AreaEstimates estimates = zone.areaEstimates();
        if (estimates != null) {
            estimates.classes().stream()
                    .filter(estimate -> estimate.classes().size() == 1)
                    .forEach(estimate -> put(values, estimate));
            values.put("areaMethod", estimates.method().label());
        }
        zone.objects().forEach((label, total) -> put(values, label, total));
        values.put("imageId", imageId);
        values.put("imageDate", imageDate);
        return values;
    }

    private static void put(Map<String, Object> values, ClassAreaEstimate estimate) {
        String column = column(estimate.classes().get(0));
        AreaEstimate corrected = estimate.corrected();
        values.put(column + "M2", corrected.areaM2());
        values.put(column + "StandardErrorM2", corrected.standardErrorM2());
        values.put(column + "Low95M2", corrected.low95M2());
        values.put(column + "High95M2", corrected.high95M2());
    }

    private static void put(Map<String, Object> values, String label, ObjectTotal total) {
        values.put(column(label) + "Count", (double) total.count());
        values.put(column(label) + "DoubtfulCount", (double) total.doubtful());
        values.put(column(label) + "ObjectsM2", total.areaM2());
    }
}
