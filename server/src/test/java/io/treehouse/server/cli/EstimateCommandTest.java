package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.vector.AttributeTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code estimate} of a result with one hectare of each class. */
class EstimateCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path result;

    @BeforeEach
    void write() throws IOException {
        result = Files.writeString(folder.resolve("tile.json"), """
                {"id": "tile", "valid": {"areaM2": 50000}, "classes": {
                 "other": {"areaM2": 10000}, "built_up": {"areaM2": 10000}, "building": {"areaM2": 10000},
                 "water": {"areaM2": 10000}, "tree_canopy": {"areaM2": 10000}}}
                """);
    }

    private int run(String... options) {
        return TreehouseCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(options);
    }

    @Test
    void printsTheEstimateAndATableBesideIt() throws IOException {
        assertEquals(
                0, run("estimate", result.toString(), "--building-use", "office", "--storeys", "3,0.5", "--seed", "9"));
        JsonNode estimate = new ObjectMapper().readTree(out.toString());
        assertEquals(42_000_000, estimate.at("/total/stocks/1/kgCo2e/value").asDouble(), 1e-6);
        assertEquals(9, estimate.path("seed").asInt());
        assertTrue(err.toString().contains("tree_carbon"), err.toString());
        assertTrue(err.toString().contains("not checked against their sources"), err.toString());
    }

    @Test
    void takesAUsersCoefficientsAndWritesAFile() throws IOException {
        Path set = Files.writeString(folder.resolve("set.json"), """
                {"format": "treehouse-coefficients/1", "name": "mine", "version": "1", "coefficients": [
                 {"id": "heat", "role": "building_operation", "value": 20, "unit": "kg CO2e/m2/yr",
                  "distribution": {"kind": "normal", "halfWidth95Percent": 30},
                  "applicability": "Here", "source": "The city's energy accounts 2025", "confirmed": true}]}
                """);
        Path file = folder.resolve("estimate.json");
        assertEquals(
                0,
                run(
                        "estimate",
                        result.toString(),
                        "--storeys",
                        "2",
                        "--coefficients",
                        set.toString(),
                        "--out",
                        file.toString()));
        JsonNode estimate = new ObjectMapper().readTree(file.toFile());
        assertEquals(
                400_000,
                estimate.at("/total/yearlyTotals/netKgCo2ePerYear/value").asDouble(),
                1e-6);
        assertEquals("mine", estimate.at("/coefficientSet/name").asText());
    }

    @Test
    void writesTheFiguresAsATableByTheNameOfTheFile() {
        Path table = folder.resolve("figures.gpkg");
        assertEquals(0, run("estimate", result.toString(), "--figures", table.toString()), err.toString());
        assertEquals(0, run("estimate", result.toString(), "--figures", table.toString()), err.toString());
        Map<String, String> trees = AttributeTable.read(table).get(0);
        assertEquals("zone/tile/tree_carbon", trees.get("id"));
        assertEquals(-281_966.6667, Double.parseDouble(trees.get("stockKgCo2e")), 1e-3);

        assertEquals(
                2,
                run(
                        "estimate",
                        result.toString(),
                        "--figures",
                        folder.resolve("figures.fgb").toString()));
        assertTrue(err.toString().contains("FlatGeobuf cannot hold"), err.toString());
        assertEquals(2, run("estimate", result.toString(), "--zones", result.toString()));
        assertTrue(err.toString().contains("--figures"), err.toString());
    }

    @Test
    void saysWhatIsWrongWithAFileOrAFlag() {
        assertEquals(2, run("estimate", folder.resolve("none.json").toString()));
        assertTrue(err.toString().contains("There is no file"), err.toString());
        assertEquals(2, run("estimate", result.toString(), "--storeys", "many"));
        assertTrue(err.toString().contains("--storeys cannot be 'many'"), err.toString());
    }
}
