package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.vector.AttributeTable;
import io.treehouse.server.http.Described;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare} and {@code settlements} on maps of a house that moves in a wood. */
class CompareCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path before;
    private Path after;

    @BeforeEach
    void write() {
        before = TownMap.write(folder.resolve("before.classes.tif"), 5);
        after = TownMap.write(folder.resolve("after.classes.tif"), 25);
    }

    private int run(String... options) {
        return TreehouseCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(options);
    }

    @Test
    void comparesTwoDatesAndWritesWhatWentAndCame() throws IOException {
        Path objects = folder.resolve("changed.geojson");
        assertEquals(
                0,
                run("compare", before.toString(), after.toString(), "--changed-objects", objects.toString()),
                err.toString());
        JsonNode comparison = JSON.readTree(out.toString());
        assertEquals(1600, comparison.path("comparedM2").asDouble(), 1);
        assertEquals(1, comparison.at("/objects/building/lost").asInt());
        assertEquals(1, comparison.at("/objects/building/gained").asInt());
        JsonNode features = JSON.readTree(objects.toFile()).path("features");
        assertTrue(features.findValuesAsText("change").contains("gained"), features.toString());
        assertTrue(err.toString().contains("building"), err.toString());
    }

    @Test
    void writesTheFiguresAsATableByTheNameOfTheFile() {
        Path table = folder.resolve("figures.gpkg");
        assertEquals(
                0, run("compare", before.toString(), after.toString(), "--figures", table.toString()), err.toString());
        assertEquals(
                0, run("compare", before.toString(), after.toString(), "--figures", table.toString()), err.toString());
        Map<String, String> cleared = AttributeTable.read(table).stream()
                .filter(row -> row.get("id").equals("change/tree_canopy/building"))
                .findFirst()
                .orElseThrow();
        assertEquals(100, Double.parseDouble(cleared.get("areaM2")), 0.1);
        assertEquals("none", cleared.get("intervalMethod"));
    }

    @Test
    void refusesTablesThatCannotHoldFiguresBeforeTheWork() {
        Path table = folder.resolve("figures.fgb");
        assertEquals(2, run("compare", before.toString(), after.toString(), "--figures", table.toString()));
        assertTrue(err.toString().contains("FlatGeobuf cannot hold"), err.toString());
        assertEquals("", out.toString());
        assertEquals(2, run("compare", before.toString(), after.toString(), "--figures", "figures.xlsx"));
        assertTrue(err.toString().contains("figures.xlsx tells no format"), err.toString());
    }

    @Test
    void takesTheResultsThatClassifyWroteBesideTheMaps() throws IOException {
        Files.writeString(folder.resolve("before.json"), """
                {"id": "first", "valid": {"areaM2": 1600}, "classes": {"other": {"areaM2": 0},
                 "built_up": {"areaM2": 0}, "building": {"areaM2": 100}, "water": {"areaM2": 0},
                 "tree_canopy": {"areaM2": 1500}}}
                """);
        assertEquals(0, run("compare", before.toString(), after.toString()), err.toString());
        assertEquals("first", JSON.readTree(out.toString()).at("/before/id").asText());
    }

    @Test
    void comparesWithAPlan() throws IOException {
        Path plan = plan("building");
        assertEquals(
                0,
                run(
                        "compare",
                        before.toString(),
                        "--plan",
                        plan.toString(),
                        "--building-use",
                        "office",
                        "--storeys",
                        "2"),
                err.toString());
        JsonNode comparison = JSON.readTree(out.toString());
        assertTrue(comparison.path("plan").asBoolean());
        assertEquals(100, comparison.path("comparedM2").asDouble(), 0.1);
        // 100 m² × 2 storeys × 1,400 kg CO2/m²
        assertEquals(
                280_000,
                comparison.at("/carbon/stocks/1/differenceKgCo2e/value").asDouble(),
                300);
    }

    private Path plan(String surface) throws IOException {
        return Files.writeString(folder.resolve("plan.geojson"), """
                {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2056"}},
                 "features": [{"type": "Feature", "properties": {"class": "%s"}, "geometry": {"type": "Polygon",
                  "coordinates": [[[2683020, 1246970], [2683030, 1246970], [2683030, 1246980], [2683020, 1246980],
                   [2683020, 1246970]]]}}]}
                """.formatted(surface));
    }

    @Test
    void saysWhatIsWrongWithAPlan() throws IOException {
        assertEquals(2, run("compare", before.toString(), "--plan", plan("park").toString()));
        assertTrue(err.toString().contains("names classes that do not exist: park"), err.toString());
    }

    @Test
    void wantsASecondState() {
        assertEquals(2, run("compare", before.toString()));
        assertTrue(err.toString().contains("Give either AFTER or --plan"), err.toString());
    }

    @Test
    void findsSettlements() throws IOException {
        Path outlines = folder.resolve("towns.gpkg");
        assertEquals(
                0,
                run(
                        "settlements",
                        before.toString(),
                        "--cell",
                        "5",
                        "--distance",
                        "20",
                        "--outlines",
                        outlines.toString()),
                err.toString());
        JsonNode settlements = Described.as("Settlements", out.toString());
        assertEquals(1, settlements.path("settlements").size());
        assertEquals(100, settlements.at("/settlements/0/builtUpM2").asDouble(), 0.1);
        assertTrue(settlements.path("sensitivity").size() > 4);
        assertEquals("town", settlements.at("/maps/0/madeWith/IMAGE_ID").asText());
        assertTrue(Files.size(outlines) > 0);
        assertEquals(2, run("settlements", before.toString(), "--rule", "atlas", "--urban-share", "2"));
    }

    @Test
    void aComparisonOfMapsWithoutPlaceIsAsDescribed() throws IOException {
        Path wood = picture("wood.png", 4);
        assertEquals(
                0, run("compare", wood.toString(), picture("water.png", 3).toString(), "--gsd", "1"), err.toString());
        JsonNode comparison = Described.as("Comparison", out.toString());
        assertTrue(comparison.path("crs").isNull());
        assertTrue(
                comparison.path("before").isNull() && comparison.path("after").isNull());
    }

    @Test
    void aRegionWithoutPlaceAndSettlementsIsAsDescribed() throws IOException {
        String wood = picture("wood.png", 4).toString();
        assertEquals(0, run("settlements", wood, "--gsd", "1", "--rule", "atlas"), err.toString());
        JsonNode settlements = Described.as("Settlements", out.toString());
        assertTrue(settlements.path("crs").isNull());
        assertTrue(settlements.at("/maps/0/model").isNull());
        assertEquals(0, settlements.path("settlements").size());
        assertTrue(settlements.at("/sensitivity/0/largestShare").isNull());
    }

    /** A map of 40 × 40 pixels of one class that says nothing of itself. */
    private Path picture(String name, int code) throws IOException {
        BufferedImage map = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
        int[] classes = new int[40 * 40];
        Arrays.fill(classes, code);
        map.getRaster().setPixels(0, 0, 40, 40, classes);
        Path file = folder.resolve(name);
        ImageIO.write(map, "png", file.toFile());
        return file;
    }
}
