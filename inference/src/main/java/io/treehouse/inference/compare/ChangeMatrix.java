package io.treehouse.inference.compare;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.carbon.ClassArea;
import io.treehouse.inference.carbon.ClassArea.Source;
import io.treehouse.inference.carbon.Zone;
import io.treehouse.inference.compare.ChangeSample.Change;
import io.treehouse.inference.landcover.AreaEstimate;
import io.treehouse.inference.propagation.Distribution;
import io.treehouse.inference.propagation.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of a change matrix with their intervals. Immutable. */
final class ChangeMatrix {
    private final ChangeTable table;
    private final Optional<ChangeKnowledge> knowledge;
    private final Zone before;
    private final Zone after;

    /**
     * What is known of changes beyond the errors of classes.
     *
     * @param method published name of where it comes from
     * @param estimator gives their areas
     */
    record ChangeKnowledge(String method, ChangeEstimator estimator) {}

    ChangeMatrix(ChangeTable table, Optional<ChangeKnowledge> knowledge, Zone before, Zone after) {
        this.table = table;
        this.before = before;
        this.after = after;
        this.knowledge = knowledge;
    }

    /** Published name of where the intervals come from. */
    String method() {
        if (knowledge.isPresent()) {
            return knowledge.get().method();
        }
        boolean known =
                SurfaceClass.all().stream().anyMatch(surface -> isKnown(before, surface) && isKnown(after, surface));
        return known ? "class_errors" : "none";
    }

    /** All cells. */
    List<ChangeCell> cells() {
        List<ChangeCell> cells = new ArrayList<>();
        for (SurfaceClass from : SurfaceClass.all()) {
            for (SurfaceClass to : SurfaceClass.all()) {
                cells.add(new ChangeCell(
                        from.label(),
                        to.label(),
                        table.pixels()[from.code()][to.code()],
                        table.areaM2()[from.code()][to.code()],
                        estimate(from, to).orElse(null)));
            }
        }
        return cells;
    }

    /**
     * Ground that is of a class after and was not before, with the standard error that is known of it. As in the cells
     * errors are normal, and no ground is below 0: a log-normal error would tell the less, the less ground there is.
     */
    Quantity gained(SurfaceClass surface) {
        double area = table.afterM2(surface) - table.areaM2()[surface.code()][surface.code()];
        double error = Math.hypot(errorM2(before, surface), errorM2(after, surface));
        if (knowledge.isPresent()) {
            AreaEstimate estimate =
                    knowledge.get().estimator().area(change -> change.after() == surface && change.before() != surface);
            area = estimate.areaM2();
            error = estimate.standardErrorM2();
        }
        return Quantity.independent(
                "area/gained/" + surface.label(),
                error == 0 ? new Distribution.Exact(area) : new Distribution.RectifiedNormal(area, error));
    }

    private Optional<AreaEstimate> estimate(SurfaceClass from, SurfaceClass to) {
        if (knowledge.isPresent()) {
            return Optional.of(knowledge.get().estimator().area(new Change(from, to)::equals));
        }
        if (!isKnown(before, from) || !isKnown(after, to)) {
            return Optional.empty();
        }
        // What is wrong with a class may all be wrong in one of its changes: as uncertain as the two classes together.
        double error = Math.hypot(errorM2(before, from), errorM2(after, to));
        return Optional.of(AreaEstimate.normal(table.areaM2()[from.code()][to.code()], error, table.comparedM2()));
    }

    private static boolean isKnown(Zone zone, SurfaceClass surface) {
        return zone.areas().get(surface).source() != Source.COUNTED;
    }

    private static double errorM2(Zone zone, SurfaceClass surface) {
        ClassArea area = zone.areas().get(surface);
        return area.quantity().distribution().standardDeviation();
    }
}
