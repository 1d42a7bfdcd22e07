package io.treehouse.training.promote;

import io.treehouse.training.evaluate.PlaceBootstrap.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When a candidate may serve without anybody looking: no class may be worse on the validation places than chance explains,
 * and the new places must be better.
 *
 * @param allowedLoss loss of a class's intersection over union that is accepted, 0…1: a class is worse if the whole 95 %
 *     interval of the paired bootstrap lies below −allowedLoss
 * @param allowedLossOfOnePlace loss that is accepted for a class of a single place, for which there is no interval
 * @param requiredGain what the mean intersection over union on the new places must rise by more than, 0…1; on the
 *     validation places if there are no new ones
 */
public record PromotionRule(double allowedLoss, double allowedLossOfOnePlace, double requiredGain) {
    /** Not significantly worse for any class, and better on the new places. */
    public static final PromotionRule DEFAULT = new PromotionRule(0, 0.01, 0);

    public PromotionRule {
        if (!(allowedLoss >= 0 && allowedLoss <= 1)
                || !(allowedLossOfOnePlace >= 0 && allowedLossOfOnePlace <= 1)
                || !(requiredGain >= -1 && requiredGain <= 1)) {
            throw new IllegalArgumentException("Losses and gains of intersections over union are shares, not "
                    + allowedLoss + ", " + allowedLossOfOnePlace + " and " + requiredGain);
        }
    }

    /** Decides on what was measured; locked places decide nothing. */
    public Decision decide(Measurement measured) {
        List<Finding> findings = new ArrayList<>();
        List<ClassChange> classes = ClassChange.of(
                measured.validation().before(), measured.validation().after());
        if (classes.isEmpty()) {
            findings.add(new Finding(false, "there is no validation place to compare on"));
        }
        classes.forEach(change -> findings.add(finding(change)));
        findings.add(measured.fresh()
                .map(fresh -> gain("the new places", fresh))
                .orElseGet(() -> gain("the validation places", measured.validation())));
        return new Decision(findings);
    }

    private Finding finding(ClassChange change) {
        boolean worse = change.interval()
                .map(interval -> interval.high() < -allowedLoss)
                .orElse(change.difference() < -allowedLossOfOnePlace);
        return new Finding(
                !worse,
                "%s is %s on the validation places: %s instead of %s (difference %s, %s)"
                        .formatted(
                                change.surfaceClass().label(),
                                worse ? "worse" : "not worse",
                                percent(change.after()),
                                percent(change.before()),
                                points(change.difference()),
                                change.interval().map(PromotionRule::words).orElse("one place")));
    }

    private Finding gain(String where, PairedReports reports) {
        double gain = reports.meanGain();
        boolean better = reports.hasPlaces() && gain > requiredGain;
        return new Finding(
                better,
                "the mean IoU on %s %s by more than %s: %s instead of %s"
                        .formatted(
                                where,
                                better ? "rose" : "did not rise",
                                points(requiredGain),
                                percent(PairedReports.mean(reports.after())),
                                percent(PairedReports.mean(reports.before()))));
    }

    private static String words(Interval interval) {
        return "95 %% interval %s to %s".formatted(points(interval.low()), points(interval.high()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%+.1f", 100 * share);
    }
}
