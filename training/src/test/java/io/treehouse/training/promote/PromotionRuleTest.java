package io.treehouse.training.promote;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.CountedTiles;
import io.treehouse.training.evaluate.EvaluationReport;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which candidates may serve; each place has 100 pixels of a class, and so many of them are found. */
class PromotionRuleTest {
    /** A report of one class in places of one data set. */
    private static EvaluationReport report(String set, SurfaceClass surfaceClass, int... foundByPlace) {
        EvaluationReport report = new EvaluationReport("a model", 1);
        add(report, set, surfaceClass, foundByPlace);
        return report;
    }

    private static void add(EvaluationReport report, String set, SurfaceClass surfaceClass, int... foundByPlace) {
        for (int i = 0; i < foundByPlace.length; i++) {
            report.add(CountedTiles.of(set, "place " + i, surfaceClass, foundByPlace[i], OTHER, 100 - foundByPlace[i]));
        }
    }

    private static Decision decide(PairedReports validation, PairedReports fresh) {
        return PromotionRule.DEFAULT.decide(new Measurement(validation, Optional.of(fresh), Optional.empty()));
    }

    private static PairedReports fresh(int before, int after) {
        return new PairedReports(report("new", BUILDING, before), report("new", BUILDING, after));
    }

    @Test
    void betterOnTheNewPlacesAndNoClassWorseThanChanceExplains() {
        PairedReports mixed =
                new PairedReports(report("old", BUILDING, 80, 60, 70), report("old", BUILDING, 70, 65, 72));

        Decision decision = decide(mixed, fresh(50, 51));

        assertTrue(decision.passes(), decision.inWords());
        assertTrue(decision.inWords().startsWith("may serve: building is not worse on the validation places: 69.0 %"));
        assertTrue(decision.inWords().contains("rose by more than +0.0: 51.0 % instead of 50.0 %"), decision.inWords());
    }

    @Test
    void aClassThatIsWorseInAllPlacesKeepsTheCandidateOut() {
        EvaluationReport before = report("old", BUILDING, 80, 60, 70);
        EvaluationReport after = report("old", BUILDING, 90, 70, 80);
        add(before, "lakes", WATER, 90, 95);
        add(after, "lakes", WATER, 85, 90);

        Decision decision = decide(new PairedReports(before, after), fresh(50, 90));

        assertFalse(decision.passes());
        assertEquals(
                "stays a candidate: water is worse on the validation places: 87.5 % instead of 92.5 %"
                        + " (difference -5.0, 95 % interval -5.0 to -5.0)",
                decision.inWords());
    }

    @Test
    void aLossThatTheRuleAllowsDoesNot() {
        PairedReports worse = new PairedReports(report("old", BUILDING, 80, 60), report("old", BUILDING, 78, 58));

        assertFalse(decide(worse, fresh(50, 90)).passes());
        assertTrue(new PromotionRule(0.03, 0.01, 0)
                .decide(new Measurement(worse, Optional.of(fresh(50, 90)), Optional.empty()))
                .passes());
    }

    @Test
    void aClassOfASinglePlaceHasNoIntervalAndALimitOfItsOwn() {
        PromotionRule rule = new PromotionRule(0, 0.015, 0);
        PairedReports onePoint = new PairedReports(report("old", BUILDING, 80), report("old", BUILDING, 79));
        PairedReports twoPoints = new PairedReports(report("old", BUILDING, 80), report("old", BUILDING, 78));

        assertTrue(rule.decide(new Measurement(onePoint, Optional.of(fresh(50, 90)), Optional.empty()))
                .passes());
        assertFalse(rule.decide(new Measurement(twoPoints, Optional.of(fresh(50, 90)), Optional.empty()))
                .passes());
    }

    @Test
    void noGainOnTheNewPlacesKeepsTheCandidateOut() {
        PairedReports same = new PairedReports(report("old", BUILDING, 80, 60), report("old", BUILDING, 80, 60));

        assertFalse(decide(same, fresh(50, 50)).passes());
        assertTrue(decide(same, fresh(50, 51)).passes());
    }

    @Test
    void withoutNewPlacesTheValidationPlacesMustBeBetter() {
        PairedReports better = new PairedReports(report("old", BUILDING, 80, 60), report("old", BUILDING, 81, 61));
        PairedReports same = new PairedReports(report("old", BUILDING, 80, 60), report("old", BUILDING, 80, 60));

        assertTrue(PromotionRule.DEFAULT
                .decide(new Measurement(better, Optional.empty(), Optional.empty()))
                .passes());
        assertFalse(PromotionRule.DEFAULT
                .decide(new Measurement(same, Optional.empty(), Optional.empty()))
                .passes());
    }

    @Test
    void lockedPlacesDecideNothingAndStandAmongTheFigures() {
        PairedReports same = new PairedReports(report("old", BUILDING, 80, 60), report("old", BUILDING, 80, 60));
        PairedReports lockedWorse = new PairedReports(report("kept", WATER, 90, 95), report("kept", WATER, 10, 15));
        Measurement measured = new Measurement(same, Optional.of(fresh(50, 60)), Optional.of(lockedWorse));

        Decision decision = PromotionRule.DEFAULT.decide(measured);

        assertTrue(decision.passes());
        assertEquals(
                0.125,
                GateJson.of(PromotionRule.DEFAULT, measured, decision)
                        .at("/locked/classes/water/after")
                        .asDouble());
        assertEquals(
                0.8,
                GateJson.of(PromotionRule.DEFAULT, measured, decision)
                        .at("/validation/places/old/place 0/building")
                        .asDouble());
    }

    @Test
    void withoutAnyValidationPlaceNothingIsPromoted() {
        EvaluationReport nothing = new EvaluationReport("a model", 1);

        Decision decision = decide(new PairedReports(nothing, nothing), fresh(50, 90));

        assertFalse(decision.passes());
        assertTrue(decision.inWords().contains("no validation place"));
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PromotionRule(-0.1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new PromotionRule(0, Double.NaN, 0));
    }
}
