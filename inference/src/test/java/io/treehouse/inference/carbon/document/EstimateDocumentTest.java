package io.treehouse.inference.carbon.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.carbon.ClassArea;
import io.treehouse.inference.carbon.ClassArea.Source;
import io.treehouse.inference.carbon.estimate.EstimateRequest;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests made of answers as the classification publishes them. */
class EstimateDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String classes(double areaM2) {
        return SurfaceClass.all().stream()
                .map(surface -> "\"" + surface.label() + "\": {\"areaM2\": " + areaM2 + "}")
                .collect(Collectors.joining(", ", "\"classes\": {", "}, \"valid\": {\"areaM2\": " + 5 * areaM2 + "}"));
    }

    private static final String CORRECTED = """
            "areaEstimates": {"method": "model_based", "classes": [
              {"classes": ["tree_canopy"], "countedM2": 100,
               "corrected": {"areaM2": 120, "standardErrorM2": 12, "low95M2": 97, "high95M2": 145}},
              {"classes": ["building", "built_up"], "countedM2": 200,
               "corrected": {"areaM2": 210, "standardErrorM2": 10, "low95M2": 190, "high95M2": 230}}]}
            """;
    private static final String METHODS =
            "\"areaMethods\": [{\"name\": \"model_based\", \"correlatedBetweenZones\": true}]";

    private static EstimateRequest read(String request) throws IOException {
        return EstimateDocument.read(JSON.readTree(request));
    }

    private static String results(String... results) {
        return "{\"results\": [{" + String.join("}, {", results) + "}]";
    }

    @Test
    void takesCountedAreasAndSaysThatTheirErrorIsUnknown() throws IOException {
        EstimateRequest request = read(results("\"id\": \"tile\", " + classes(100)) + "}");
        ClassArea area = request.zones().get(0).areas().get(SurfaceClass.WATER);
        assertEquals("tile", request.zones().get(0).id());
        assertEquals(Source.COUNTED, area.source());
        assertEquals(100, area.quantity().mean());
        assertEquals(0, area.quantity().distribution().standardDeviation());
        assertTrue(
                request.warnings().get(0).contains("not in the intervals"),
                request.warnings().toString());
    }

    @Test
    void takesCorrectedAreasOfClassesThatStandAlone() throws IOException {
        EstimateRequest request = read(results(classes(100) + ", " + CORRECTED + ", " + METHODS) + "}");
        ClassArea trees = request.zones().get(0).areas().get(SurfaceClass.TREE_CANOPY);
        assertEquals(Source.MODEL_BASED, trees.source());
        assertEquals(120, trees.quantity().mean());
        assertEquals(12, trees.quantity().distribution().standardDeviation());
        assertEquals(
                Source.COUNTED,
                request.zones().get(0).areas().get(SurfaceClass.BUILDING).source());
    }

    @Test
    void assumesTheErrorThatTheUserGives() throws IOException {
        EstimateRequest request = read(results(classes(100)) + ", \"assumedAreaStandardErrorPercent\": 7}");
        ClassArea area = request.zones().get(0).areas().get(SurfaceClass.WATER);
        assertEquals(Source.COUNTED_WITH_ASSUMED_ERROR, area.source());
        assertEquals(7, area.quantity().distribution().standardDeviation(), 1e-12);
    }

    @Test
    void joinsAZoneThatLiesOnTwoTiles() throws IOException {
        String zone = "\"zones\": [{\"id\": \"park\", " + classes(10) + ", " + CORRECTED + "}], " + METHODS;
        EstimateRequest request = read(results(
                        "\"id\": \"west\", " + classes(100) + ", " + zone,
                        "\"id\": \"east\", " + classes(100) + ", " + zone)
                + "}");
        ClassArea trees = request.zones().get(0).areas().get(SurfaceClass.TREE_CANOPY);
        assertEquals(1, request.zones().size());
        assertEquals(20, trees.countedM2());
        assertEquals(240, trees.quantity().mean());
        // errors of one error matrix add up linearly
        assertEquals(24, trees.quantity().distribution().standardDeviation());
    }

    @Test
    void warnsOfZonesThatOverlap() throws IOException {
        String zones = "\"zones\": [{\"id\": \"a\", " + classes(80) + "}, {\"id\": \"b\", " + classes(80) + "}]";
        EstimateRequest request = read(results("\"id\": \"tile\", " + classes(100) + ", " + zones) + "}");
        assertTrue(request.warnings().stream().anyMatch(warning -> warning.contains("overlap")));
    }

    @Test
    void keepsWhereTheAreasComeFrom() throws IOException {
        EstimateRequest request =
                read(results("\"id\": \"tile\", \"date\": \"2024-06-30\", \"gsdMetres\": 0.5, \"crs\":"
                                + " \"EPSG:2056\", \"model\": {\"name\": \"m\", \"version\": \"2\", \"sha256\": \"ab\"}, "
                                + classes(1))
                        + "}");
        assertEquals("2024-06-30", request.results().get(0).date());
        assertEquals("ab", request.results().get(0).modelSha256());
        assertEquals(0.5, request.results().get(0).gsdMetres());
        assertEquals(64, request.results().get(0).documentSha256().length());
    }

    @Test
    void refusesAreasThatAreLargerThanTheEarth() {
        String refusal = assertThrows(InputProblem.class, () -> read(results(classes(1e300)) + "}"))
                .getMessage();
        assertTrue(
                refusal.contains(
                        "The result 'result-1' cannot be used: classes.other.areaM2 is 1.0E300, not 0 to the area"),
                refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | results",
                "{\"results\": []} | results",
                "{\"results\": [{\"id\": \"x\"}]} | The result 'x' cannot be used: classes.other.areaM2 is no number",
                "{\"results\": [{}], \"draws\": 9999} | draws",
                "{\"results\": [{}], \"seed\": 9223372036854775808} | seed",
                "{\"results\": [{}], \"speed\": 1} | speed",
                "{\"results\": [{}], \"site\": {\"climateZone\": \"mild\"}} | climateZone",
                "{\"results\": [{}], \"site\": {\"storeys\": 0}} | storeys",
                "{\"results\": [{}], \"site\": {\"lawnShare\": 2}} | lawnShare"
            })
    void refusesWhatItCannotUse(String request, String message) {
        String refusal = assertThrows(InputProblem.class, () -> read(request)).getMessage();
        assertTrue(refusal.contains(message), refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"zones\": {\"moon\": {}} | 'zones' says something of 'moon'",
                "\"site\": {\"notationKeys\": {\"tree\": {\"key\": \"IE\", \"reason\": \"r\"}}} | names 'tree', which is no figure",
                "\"coefficients\": {\"format\": \"x\"} | coefficient set cannot be used"
            })
    void refusesWhatItDoesNotKnow(String member, String message) {
        String refusal = assertThrows(InputProblem.class, () -> read(results(classes(1)) + ", " + member + "}"))
                .getMessage();
        assertTrue(refusal.contains(message), refusal);
    }

    @Test
    void refusesTheSameTileTwice() {
        String tile = "\"id\": \"tile\", " + classes(1);
        assertTrue(assertThrows(InputProblem.class, () -> read(results(tile, tile) + "}"))
                .getMessage()
                .contains("Two results are called 'tile'"));
    }

    @Test
    void refusesTheSameResultTwiceAlsoWithZones() {
        String tile = classes(10) + ", \"zones\": [{\"id\": \"park\", " + classes(1) + "}]";
        assertTrue(assertThrows(InputProblem.class, () -> read(results(tile, tile) + "}"))
                .getMessage()
                .contains("is there twice"));
    }

    @ParameterizedTest
    @CsvSource({
        // West and east show half of the park each, or both all of it; what has no imagery on one tile does not count.
        "0.5, 0, false",
        "1, 0, true",
        "1, 5, false"
    })
    void warnsOfZonesThatResultsShowTwice(double share, double nodataM2, boolean isTwice) throws IOException {
        String zone = ", \"zones\": [{\"id\": \"park\", \"shareOnTile\": " + share + ", \"nodata\": {\"areaM2\": "
                + nodataM2 + "}, " + classes(1) + "}]";
        EstimateRequest request = read(
                results("\"id\": \"west\", " + classes(10) + zone, "\"id\": \"east\", " + classes(10) + zone) + "}");
        assertEquals(
                isTwice,
                request.warnings().stream()
                        .anyMatch(warning -> warning.contains("more than the whole of the zones park")),
                request.warnings().toString());
    }
}
