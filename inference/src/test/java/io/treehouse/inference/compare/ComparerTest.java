package io.treehouse.inference.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.PlacedClassMap;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.errormatrix.ModelErrors;
import io.treehouse.inference.landcover.AreaEstimate;
import io.treehouse.inference.objects.Region;
import io.treehouse.inference.propagation.UncertainValue;
import io.treehouse.model.bundle.ErrorMatrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Maps of 10 × 10 m pixels: 100 m² each. */
class ComparerTest {
    private static final double M = 10;
    private static final PlacedClassMap WOOD = CharacterMap.of(M, "TTTT", "TTTT", "....");
    private static final PlacedClassMap CLEARED = CharacterMap.of(M, "TTTT", "TT##", "....");

    private final List<String> changed = new ArrayList<>();

    private static Comparer comparer(String request) throws IOException {
        return new Comparer(ComparisonDocument.read(new ObjectMapper().readTree(request)), "test");
    }

    private void note(Region region, boolean came) {
        changed.add((came ? "+" : "-") + region.kind().label());
    }

    private Comparison dates(String request, PlacedClassMap before, PlacedClassMap after) throws IOException {
        return comparer(request).dates(before, after, this::note);
    }

    private static ChangeCell cell(Comparison comparison, String before, String after) {
        return comparison.matrix().stream()
                .filter(cell -> cell.before().equals(before) && cell.after().equals(after))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsWhatBecameWhat() throws IOException {
        Comparison comparison = dates("{}", WOOD, CLEARED);
        assertEquals(1200, comparison.comparedM2());
        assertEquals(200, cell(comparison, "tree_canopy", "building").countedM2());
        assertEquals(2, cell(comparison, "tree_canopy", "building").pixels());
        assertEquals(600, cell(comparison, "tree_canopy", "tree_canopy").countedM2());
        assertEquals(400, cell(comparison, "other", "other").countedM2());
        assertEquals(25, comparison.matrix().size());
    }

    @Test
    void comparesOnlyWhatBothStatesShow() throws IOException {
        Comparison comparison = dates("{}", CharacterMap.of(M, "T.?"), CharacterMap.of(M, "T??"));
        assertEquals(100, comparison.comparedM2());
        assertEquals(100, comparison.onlyOnceM2());
        PlacedClassMap empty = CharacterMap.of(M, "???");
        assertThrows(InputProblem.class, () -> dates("{}", CharacterMap.of(M, "T.?"), empty));
    }

    @Test
    void sharedCoefficientsMakeTheDifferenceAsCertainAsTheyAre() throws IOException {
        StockDifference trees = dates("{}", WOOD, CLEARED).carbon().stocks().get(0);
        // 200 m² × 7.69 kg C/m² × 44/12 are no longer bound
        assertEquals(200 * 7.69 * 44 / 12, trees.differenceKgCo2e().value(), 1e-6);
        // tree-carbon 7.23 % and tree-place-factor 50 %, in quadrature, of the difference alone
        assertEquals(Math.hypot(7.23, 50), trees.differenceKgCo2e().propagated().halfWidth95Percent(), 1e-6);
        assertEquals(-800 * 7.69 * 44 / 12, trees.beforeKgCo2e().value(), 1e-6);
    }

    @Test
    void errorsOfAreasCountTwiceInADifferenceUnlessTheyAreCorrelated() throws IOException {
        String error = "{\"assumedAreaStandardErrorPercent\": 10, \"errorCorrelation\": %s}";
        UncertainValue independent =
                dates(error.formatted(0), WOOD, CLEARED).classes().get(4).differenceM2();
        // 80 m² before and 60 m² after
        assertEquals(-200, independent.value());
        assertEquals(Math.hypot(80, 60), independent.propagated().standardError(), 1e-9);
        UncertainValue correlated =
                dates(error.formatted(1), WOOD, CLEARED).classes().get(4).differenceM2();
        assertEquals(20, correlated.propagated().standardError(), 1e-9);
    }

    @Test
    void cellsAreAsUncertainAsTheirTwoClasses() throws IOException {
        Comparison comparison = dates("{\"assumedAreaStandardErrorPercent\": 10}", WOOD, CLEARED);
        assertEquals("class_errors", comparison.intervalMethod());
        // tree_canopy 80 m² before, building 20 m² after
        ChangeCell cell = cell(comparison, "tree_canopy", "building");
        assertEquals(Math.hypot(80, 20), cell.estimate().standardErrorM2(), 1e-9);
        assertEquals(200 - 1.96 * Math.hypot(80, 20), cell.estimate().low95M2(), 1e-9);
    }

    @Test
    void correctsTheMatrixByWhatIsKnownOfTheModel() throws IOException {
        ErrorMatrix place = new ErrorMatrix(
                "set",
                "place",
                "validation",
                SurfaceClass.all().stream()
                        .map(surface -> new ErrorMatrix.Row(
                                ClassSet.of(surface),
                                SurfaceClass.all().stream()
                                        .map(map -> map == surface ? 90L : 2L)
                                        .toList()))
                        .toList());
        ComparisonRequest request = ComparisonDocument.read(new ObjectMapper().createObjectNode());
        Comparer comparer = new Comparer(
                request,
                model -> model.equals("m 1") ? ModelErrors.of(Collections.nCopies(5, place)) : Optional.empty(),
                "test");

        Comparison known = comparer.dates(madeBy(WOOD, "m", "1"), madeBy(CLEARED, "m", "1"), this::note);
        assertEquals("model_errors", known.intervalMethod());
        assertEquals("m 1", known.errorModel());
        assertEquals(
                1200,
                known.matrix().stream()
                        .mapToDouble(cell -> cell.estimate().areaM2())
                        .sum(),
                1e-6);
        assertEquals(200, cell(known, "tree_canopy", "building").countedM2());
        assertTrue(cell(known, "tree_canopy", "building").estimate().areaM2() > 150);
        assertEquals(
                "none",
                comparer.dates(madeBy(WOOD, "m", "1"), madeBy(CLEARED, "m", "2"), this::note)
                        .intervalMethod());
    }

    @Test
    void intervalsOfCorrectedChangesGoOnBeyondTheirEstimates() throws IOException {
        // At one of sixty places two tenths of the trees were taken for houses: fewer replicates than 2.5 % know of it.
        List<ErrorMatrix> places = new ArrayList<>(Collections.nCopies(59, place(0)));
        places.add(place(200));
        Comparer comparer = new Comparer(
                ComparisonDocument.read(new ObjectMapper().createObjectNode()),
                model -> ModelErrors.of(places),
                "test");

        Comparison comparison = comparer.dates(madeBy(WOOD, "m", "1"), madeBy(CLEARED, "m", "1"), this::note);

        AreaEstimate trees = cell(comparison, "tree_canopy", "tree_canopy").estimate();
        assertTrue(trees.areaM2() > 600 && trees.areaM2() < 610, trees.toString());
        assertTrue(trees.low95M2() < 600, trees.toString());
        // Student's t of the 59 degrees of freedom of 60 places is 2.0010 at 97.5 %.
        assertEquals(trees.areaM2() + 2.0010 * trees.standardErrorM2(), trees.high95M2(), 1e-3);
        for (ChangeCell cell : comparison.matrix()) {
            AreaEstimate area = cell.estimate();
            assertTrue(area.standardErrorM2() < 1e-9 || area.high95M2() > area.areaM2(), cell.toString());
        }
    }

    /** A place of a thousand pixels of each class, some of whose trees were taken for houses. */
    private static ErrorMatrix place(long treesAsHouses) {
        return new ErrorMatrix(
                "set",
                "place",
                "validation",
                SurfaceClass.all().stream()
                        .map(surface -> new ErrorMatrix.Row(ClassSet.of(surface), predicted(surface, treesAsHouses)))
                        .toList());
    }

    private static List<Long> predicted(SurfaceClass surface, long treesAsHouses) {
        Long[] pixels = {0L, 0L, 0L, 0L, 0L};
        pixels[surface.code()] = 1000L;
        if (surface == SurfaceClass.TREE_CANOPY) {
            pixels[surface.code()] -= treesAsHouses;
            pixels[SurfaceClass.BUILDING.code()] = treesAsHouses;
        }
        return List.of(pixels);
    }

    private static PlacedClassMap madeBy(PlacedClassMap map, String name, String version) {
        Map<String, String> origin =
                Map.of("MODEL_NAME", name, "MODEL_VERSION", version, "MODEL_SHA256", "5a", "IMAGE_DATE", "2016-07-01");
        return new PlacedClassMap(map.classes(), map.grid(), map.crs(), map.sampling(), map.areas(), origin);
    }

    @Test
    void whereNoResultIsGivenTheMapSaysWhereItComesFrom() throws IOException {
        Comparison comparison = dates("{}", madeBy(WOOD, "m", "1"), CLEARED);

        assertEquals("m", comparison.before().model());
        assertEquals("1", comparison.before().modelVersion());
        assertEquals("5a", comparison.before().modelSha256());
        assertEquals("2016-07-01", comparison.before().date());
        assertEquals(M, comparison.before().gsdMetres());
        assertNull(comparison.before().documentSha256());
        assertNull(comparison.after());
    }

    @Test
    void saysThatNothingIsKnownOfErrors() throws IOException {
        Comparison comparison = dates("{}", WOOD, CLEARED);
        assertEquals("none", comparison.intervalMethod());
        assertNull(cell(comparison, "other", "other").estimate());
        assertTrue(comparison.warnings().get(0).contains("part of the change may be error"));
    }

    @Test
    void findsObjectsThatWentAndCame() throws IOException {
        PlacedClassMap before = CharacterMap.of(M, "##...#", "##...#", "......", "~~....");
        PlacedClassMap after = CharacterMap.of(M, "#.....", "##....", "...###", "~~....");
        Comparison comparison = dates("{}", before, after);
        // the left house lost a corner and stays; the right one is gone; one is new
        assertEquals(
                new ObjectChange(2, 2, 1, 1, 200, 300), comparison.objects().get("building"));
        assertEquals(new ObjectChange(1, 1, 0, 0, 0, 0), comparison.objects().get("water_body"));
        assertTrue(changed.contains("-building") && changed.contains("+building"), changed.toString());
    }

    @Test
    void anObjectStaysWhereExactlyTheShareOfItsPixelsStays() throws IOException {
        PlacedClassMap before = CharacterMap.of(M, "#####", "#####", "#####", "#####");
        // 11 of 20 pixels are 55 %.
        PlacedClassMap after = CharacterMap.of(M, "#####", "#####", "#....", ".....");
        assertEquals(
                new ObjectChange(1, 1, 0, 0, 0, 0),
                dates("{\"objectOverlap\": 0.55}", before, after).objects().get("building"));
        assertEquals(
                new ObjectChange(1, 1, 1, 0, 2000, 0),
                dates("{\"objectOverlap\": 0.56}", before, after).objects().get("building"));
    }

    @Test
    void comparesWithAPlanOnThePlansGround() throws IOException {
        PlacedClassMap plan = CharacterMap.of(M, "####", "~~??", "????");
        Comparison comparison =
                comparer("{\"assumedAreaStandardErrorPercent\": 10}").plan(WOOD, plan, this::note);
        assertTrue(comparison.plan());
        assertEquals(600, comparison.comparedM2());
        assertEquals(400, cell(comparison, "tree_canopy", "building").countedM2());
        // planned areas have no error: that of 600 m² of canopy alone
        assertEquals(60, comparison.classes().get(4).differenceM2().propagated().standardError(), 1e-9);
        assertEquals(
                600 * 7.69 * 44 / 12,
                comparison.carbon().stocks().get(0).differenceKgCo2e().value(),
                1e-6);
        assertTrue(!comparison.objects().containsKey("tree_crown"));
    }

    @Test
    void aFigureThatIsMissingInOneStateHasNoDifference() throws IOException {
        Comparison comparison = dates("{}", WOOD, CLEARED);
        StockDifference embodied = comparison.carbon().stocks().get(1);
        assertEquals(NotationKey.NE, embodied.notationKey());
        assertTrue(embodied.reason().startsWith("It needs storeys"), embodied.reason());
        assertEquals(
                List.of(Flow.BUILDING_EMBODIED),
                comparison.carbon().stockDifferences().notEstimated());
    }

    @Test
    void sumsLackWhatOneStateLeavesOutButNotWhatBothDo() throws IOException {
        String site =
                "\"site\": {\"notationKeys\": {\"tree_carbon\": {\"key\": \"IE\", \"reason\": \"forest inventory\"}}}";
        Comparison both = dates("{" + site + "}", WOOD, CLEARED);
        assertEquals(NotationKey.IE, both.carbon().stocks().get(0).notationKey());
        assertEquals(
                List.of(Flow.BUILDING_EMBODIED),
                both.carbon().stockDifferences().notEstimated());
        assertEquals(
                List.of(Flow.TREE_CARBON, Flow.BUILDING_EMBODIED),
                dates("{\"after\": {" + site + "}}", WOOD, CLEARED)
                        .carbon()
                        .stockDifferences()
                        .notEstimated());
    }

    @Test
    void whatIsKnownOfOneStateCountsThere() throws IOException {
        Comparison comparison =
                dates("{\"after\": {\"site\": {\"buildingUse\": \"office\", \"storeys\": 2}}}", WOOD, CLEARED);
        assertEquals(
                200 * 2 * 1400,
                comparison.carbon().stocks().get(1).differenceKgCo2e().value(),
                1e-6);
    }

    @Test
    void whatIsTornDownTakesItsEmbodiedCarbonNotBack() throws IOException {
        PlacedClassMap before = CharacterMap.of(M, "##..");
        PlacedClassMap after = CharacterMap.of(M, "..##");
        StockDifference embodied = dates("{\"site\": {\"buildingUse\": \"office\", \"storeys\": 1}}", before, after)
                .carbon()
                .stocks()
                .get(1);
        assertEquals(200 * 1400, embodied.differenceKgCo2e().value(), 1e-6);
        assertEquals(embodied.beforeKgCo2e().value(), embodied.afterKgCo2e().value(), 1e-6);
    }

    @Test
    void theEmbodiedCarbonOfNoGainedGroundDoesNotReachBelowZero() throws IOException {
        PlacedClassMap houses = CharacterMap.of(M, "##..");
        CarbonDifference carbon = dates(
                        "{\"assumedAreaStandardErrorPercent\": 10, \"site\": {\"buildingUse\": \"office\", \"storeys\": 1}}",
                        houses,
                        houses)
                .carbon();
        UncertainValue embodied = carbon.stocks().get(1).differenceKgCo2e();
        assertEquals(0, embodied.value());
        // 200 m² before and after, each to 20 m², times 1,400 kg/m²
        assertEquals(1400 * Math.hypot(20, 20), embodied.propagated().standardError(), 1e-6);
        assertEquals(1.96 * 1400 * Math.hypot(20, 20), embodied.propagated().high95(), 1e-6);
        // There are no trees, so that the sums are of this alone.
        for (UncertainValue figure : List.of(
                embodied,
                carbon.stockDifferences().emissionsKgCo2e(),
                carbon.stockDifferences().netKgCo2e())) {
            assertEquals(0, figure.propagated().low95());
            assertEquals(0, figure.simulated().low95());
            assertTrue(figure.simulated().high95() > 0);
        }
    }

    @Test
    void littleGainedGroundIsAsUncertainAsInItsCell() throws IOException {
        // 990,000 m² of houses and 100 m² of new ones: an error of 1,400 m² and more is fourteen times as large.
        String[] before = Collections.nCopies(99, "#".repeat(100)).toArray(String[]::new);
        String[] after = before.clone();
        before[0] = "." + before[0].substring(1);
        Comparison comparison = dates(
                "{\"assumedAreaStandardErrorPercent\": 0.1, \"site\": {\"buildingUse\": \"office\", \"storeys\": 1}}",
                CharacterMap.of(M, before),
                CharacterMap.of(M, after));
        UncertainValue embodied = comparison.carbon().stocks().get(1).differenceKgCo2e();
        double error = Math.hypot(989.9, 990);
        // The triangle of the coefficient from 550 to 2,250 about their middle has a standard deviation of its width /
        // √24.
        assertEquals(
                Math.hypot(1400 * error, 100 * 1700 / Math.sqrt(24)),
                embodied.propagated().standardError(),
                1e-6);
        // At the coefficient's mean the upper end would be here; its own spread moves it a little up.
        double upper = 1400 * (100 + 1.96 * error);
        assertTrue(embodied.simulated().high95() > 0.95 * upper, embodied.toString());
        assertTrue(embodied.simulated().high95() < 1.2 * upper, embodied.toString());
        assertEquals(0, embodied.simulated().low95());
    }

    @Test
    void takesCorrectedAreasOfTheResultOfTheWholeMap() throws IOException {
        Comparison comparison = dates("{\"before\": {\"result\": " + result(800, 400) + "}}", WOOD, WOOD);
        assertEquals(820, comparison.classes().get(4).beforeM2());
        assertEquals("wood", comparison.before().id());
    }

    @Test
    void aPartOfATileHasTheErrorOfItsCountedArea() throws IOException {
        PlacedClassMap upperRow = CharacterMap.of(M, "TTTT", "????", "????");
        UncertainValue canopy = dates("{\"before\": {\"result\": " + result(800, 400) + "}}", WOOD, upperRow)
                .classes()
                .get(4)
                .differenceM2();
        assertEquals(0, canopy.value());
        // Half of the tile's 800 m² as counted, which are 20 m² too few, and that to 30 m²: √(20² + 30²) / 2.
        assertEquals(18.0278, canopy.propagated().standardError(), 1e-4);
    }

    @Test
    void refusesTheResultOfAnotherMap() {
        String refusal = assertThrows(
                        InputProblem.class,
                        () -> dates("{\"before\": {\"result\": " + result(500, 700) + "}}", WOOD, WOOD))
                .getMessage();
        assertTrue(refusal.contains("The result 'wood' has 700 m² of other, its class map 400 m²"), refusal);
    }

    private static String result(int canopyM2, int otherM2) {
        return """
                {"id": "wood", "valid": {"areaM2": 1200}, "classes": {"other": {"areaM2": %d},
                 "built_up": {"areaM2": 0}, "building": {"areaM2": 0}, "water": {"areaM2": 0},
                 "tree_canopy": {"areaM2": %d}}, "areaEstimates": {"method": "model_based", "classes": [
                  {"classes": ["tree_canopy"], "corrected": {"areaM2": 820, "standardErrorM2": 30}}]}}
                """.formatted(otherM2, canopyM2);
    }
}
