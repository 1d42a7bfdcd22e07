package io.treehouse.inference.carbon.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.inference.carbon.DrawnZone;
import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.Site;
import io.treehouse.inference.carbon.TreeMethod;
import io.treehouse.inference.carbon.Zone;
import io.treehouse.inference.carbon.coefficient.CoefficientSets;
import io.treehouse.inference.carbon.coefficient.Condition;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.carbon.estimate.EstimateRequest.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One hectare of each class in every zone; the shipped coefficients. */
class EstimatorTest {
    private static final double TREE_CARBON_KG = -281_966.6667;

    private static Estimate estimate(TreeMethod method, Site site, Zone... zones) {
        return Estimator.estimate(
                new EstimateRequest(
                        List.of(zones),
                        List.of(),
                        CoefficientSets.shipped(),
                        site,
                        Map.of(),
                        new Settings(method, 20_000, 3),
                        List.of()),
                "test");
    }

    private static Estimate estimate(Zone... zones) {
        return estimate(TreeMethod.GROSS_AND_RATIO, Site.UNKNOWN, zones);
    }

    private static StockLine treeCarbon(ZoneEstimate zone) {
        return zone.stocks().get(0);
    }

    @Test
    void errorsOfAFigureFollowFromAreaAndCoefficients() {
        StockLine line =
                treeCarbon(estimate(DrawnZone.of("a", 10_000, 500)).zones().get(0));
        assertEquals(TREE_CARBON_KG, line.kgCo2e().value(), 1e-3);
        // area 9.8 %, tree-carbon 7.23 %, tree-place-factor 50 %, in quadrature
        double percent = Math.sqrt(9.8 * 9.8 + 7.23 * 7.23 + 50 * 50);
        assertEquals(percent, line.kgCo2e().propagated().halfWidth95Percent(), 1e-6);
        assertEquals(percent * 1.645 / 1.96, line.kgCo2e().propagated().halfWidth90Percent(), 1e-6);
        assertEquals(
                100 * 2500 / (percent * percent), line.basis().inputs().get(2).varianceSharePercent(), 1e-6);
    }

    @Test
    void bothApproachesAgreeAboutTheSpread() {
        StockLine line =
                treeCarbon(estimate(DrawnZone.of("a", 10_000, 500)).zones().get(0));
        assertEquals(
                line.kgCo2e().propagated().standardError(),
                line.kgCo2e().simulated().standardDeviation(),
                2_000);
        assertEquals(TREE_CARBON_KG, line.kgCo2e().simulated().mean(), 2_000);
    }

    @Test
    void sharedErrorsDoNotShrinkWhenZonesAreAddedUp() {
        Estimate estimate = estimate(DrawnZone.of("a", 10_000, 500), DrawnZone.of("b", 30_000, 1_500));
        StockLine total = treeCarbon(estimate.total());
        StockLine zone = treeCarbon(estimate.zones().get(0));
        assertEquals(4 * TREE_CARBON_KG, total.kgCo2e().value(), 1e-2);
        assertEquals(
                zone.kgCo2e().propagated().halfWidth95Percent(),
                total.kgCo2e().propagated().halfWidth95Percent(),
                1e-9);
        assertEquals(
                4 * zone.kgCo2e().simulated().standardDeviation(),
                total.kgCo2e().simulated().standardDeviation(),
                1e-2);
    }

    @Test
    void independentErrorsOfAreasDoShrink() {
        Estimate estimate = estimate(DrawnZone.of("a", 10_000, 500, 0), DrawnZone.of("b", 10_000, 500, 0));
        // of two equal areas: 9.8 % / √2; the coefficients as before
        double percent = Math.sqrt(9.8 * 9.8 / 2 + 7.23 * 7.23 + 50 * 50);
        assertEquals(percent, treeCarbon(estimate.total()).kgCo2e().propagated().halfWidth95Percent(), 1e-6);
    }

    @Test
    void aZoneHasTheSameFiguresWhateverOtherZonesThereAre() {
        ZoneEstimate alone = estimate(DrawnZone.of("a", 10_000, 500)).zones().get(0);
        ZoneEstimate among = estimate(DrawnZone.of("b", 5, 1), DrawnZone.of("a", 10_000, 500))
                .zones()
                .get(1);
        assertEquals(treeCarbon(alone), treeCarbon(among));
    }

    @Test
    void stocksAndFluxesAreAddedApartAndSayWhatIsMissing() {
        ZoneEstimate total = estimate(DrawnZone.of("a", 10_000, 0)).total();
        assertEquals(TREE_CARBON_KG, total.stockTotals().netKgCo2e().value(), 1e-3);
        assertEquals(-7_597.3333, total.yearlyTotals().netKgCo2ePerYear().value(), 1e-3);
        assertEquals(
                List.of(Flow.BUILDING_EMBODIED, Flow.PAVED_EMBODIED),
                total.stockTotals().notEstimated());
        assertTrue(total.yearlyTotals().notEstimated().contains(Flow.WATER_METHANE));
    }

    @Test
    void ofTwoMethodsOneCounts() {
        ZoneEstimate total = estimate(TreeMethod.CROWN_COVER, Site.UNKNOWN, DrawnZone.of("a", 10_000, 0))
                .total();
        assertEquals(-10_633.3333, total.yearlyTotals().netKgCo2ePerYear().value(), 1e-3);
        assertTrue(total.notCounted().stream().anyMatch(line -> line.flow() == Flow.TREE_SEQUESTRATION));
    }

    @Test
    void whatIsMissingInSomeZonesIsNamedInTheTotal() {
        Site office = new Site(Map.of(Condition.BUILDING_USE, "office"), Map.of(), Map.of());
        Estimate estimate = estimate(TreeMethod.GROSS_AND_RATIO, office, DrawnZone.of("a", 10_000, 0));
        assertEquals(NotationKey.NE, estimate.total().stocks().get(1).notationKey());
        assertNull(estimate.total().stocks().get(1).kgCo2e());
    }

    @Test
    void namesTheCoefficientsThatWereNotChecked() {
        Estimate estimate = estimate(DrawnZone.of("a", 10_000, 0));
        assertEquals("treehouse-defaults", estimate.coefficientSet().name());
        assertTrue(estimate.coefficientSet().unconfirmed().contains("tree-net-to-gross"));
        assertTrue(
                estimate.warnings().get(0).contains("tree-net-to-gross"),
                estimate.warnings().toString());
    }
}
