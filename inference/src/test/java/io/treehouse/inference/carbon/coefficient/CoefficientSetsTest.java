package io.treehouse.inference.carbon.coefficient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.inference.carbon.coefficient.Coefficient.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoefficientSetsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SET = """
            {"format": "treehouse-coefficients/1", "name": "mine", "version": "7", "coefficients": [
             {"id": "oak", "role": "tree_carbon", "value": 10, "unit": "kg C/m2",
              "distribution": {"kind": "normal", "halfWidth95Percent": 19.6},
              "applicability": "Oaks", "source": "Me", "confirmed": true}]}
            """;

    private static CoefficientSet parse(String text) throws IOException {
        return CoefficientSets.parse(JSON.readTree(text), "coefficient set");
    }

    private static String refusal(String text) {
        return assertThrows(InputProblem.class, () -> parse(text)).getMessage();
    }

    @Test
    void readsValueUnitAndSpread() throws IOException {
        Coefficient oak = parse(SET).coefficients().get(0);
        assertEquals(10, oak.value().orElseThrow().distribution().mean());
        assertEquals(1, oak.value().orElseThrow().distribution().standardDeviation(), 1e-12);
        assertEquals("kg C/m2", oak.value().orElseThrow().unit().text());
    }

    @Test
    void namesAUsersFileThatIsMissingOrBroken(@TempDir Path folder) throws IOException {
        InputProblem missing =
                assertThrows(InputProblem.class, () -> CoefficientSets.read(folder.resolve("none.json")));
        assertEquals(InputProblem.Kind.NOT_FOUND, missing.kind());
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"format\": ");
        assertTrue(assertThrows(InputProblem.class, () -> CoefficientSets.read(broken))
                .getMessage()
                .contains("broken.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"kg C/m2\" | \"kg C\" | oak: the unit 'kg C' is none of",
                "\"kg C/m2\" | \"kg C/m2/yr\" | oak: the role tree_carbon takes a stock",
                "\"tree_carbon\" | \"tree_charcoal\" | oak: no formula has a role 'tree_charcoal'",
                "\"normal\" | \"weibull\" | does not have a value in the enumeration",
                "\"halfWidth95Percent\": 19.6 | \"low\": 1 | halfWidth95Percent",
                "\"value\": 10, | \"value\": 10, \"notationKey\": \"NE\", | notationKey",
                "\"source\": \"Me\", | ~~ | source",
                "\"value\": 10, | \"value\": 1e300, | maximum value of 1.0E9",
                "\"format\": \"treehouse-coefficients/1\", | \"format\": \"other/1\", | treehouse-coefficients/1",
                "\"confirmed\": true | \"confirmed\": true, \"applies\": {\"waterAge\": [\"old\"]} | waterAge cannot be 'old'"
            })
    void saysWhatIsWrongAndWhere(String part, String replacement, String message) {
        String refusal = refusal(SET.replace(part, replacement));
        assertTrue(refusal.contains(message), refusal);
    }

    @Test
    void refusesAValueThatIsNotTheMean() {
        String refusal = refusal(SET.replace(
                "{\"kind\": \"normal\", \"halfWidth95Percent\": 19.6}",
                "{\"kind\": \"uniform\", \"low\": 5, \"high\": 20}"));
        assertTrue(refusal.contains("oak: the value 10.0 is not the mean of its distribution, 12.5"), refusal);
    }

    @Test
    void refusesAnIdThatIsThereTwice() throws IOException {
        ObjectNode set = (ObjectNode) JSON.readTree(SET);
        set.withArray("coefficients").add(set.at("/coefficients/0"));
        assertTrue(refusal(set.toString()).contains("the id 'oak' is there twice"));
    }

    @Test
    void hashesWhatASetSaysAndNotHowItIsWritten() throws IOException {
        String spaced = SET.replace(",", " ,\n");
        assertEquals(parse(SET).sha256(), parse(spaced).sha256());
        assertNotEquals(parse(SET).sha256(), parse(SET.replace("10", "11")).sha256());
    }

    @Test
    void shipsASetThatFlagsWhatWasNotChecked() {
        CoefficientSet shipped = CoefficientSets.shipped();
        assertTrue(find(shipped, "tree-carbon").confirmed());
        for (String id :
                new String[] {"tree-net-to-gross", "tree-crown-cover-growth", "building-embodied-non-domestic"}) {
            assertFalse(find(shipped, id).confirmed(), id);
        }
    }

    /** Value, unit and half of the 95 % interval in percent, as published; methane and carbon dioxide of waters by climate. */
    @ParameterizedTest
    @CsvSource({
        "tree-carbon, 7.69, kg C/m2, 7.23",
        "tree-gross-sequestration, 0.28, kg C/m2/yr, 7.23",
        "tree-net-to-gross, 0.74, 1, 0",
        "tree-crown-cover-growth, 2.9, t C/ha/yr, 50",
        "water-methane-old-boreal, 13.6, kg CH4/ha/yr, 50",
        "water-methane-old-cool-temperate, 54.0, kg CH4/ha/yr, 50",
        "water-methane-old-warm-temperate-moist, 80.3, kg CH4/ha/yr, 50",
        "water-methane-old-warm-temperate-dry, 150.9, kg CH4/ha/yr, 50",
        "water-methane-old-tropical-moist, 141.1, kg CH4/ha/yr, 50",
        "water-methane-old-tropical-dry, 283.7, kg CH4/ha/yr, 50",
        "water-methane-young-boreal, 27.7, kg CH4/ha/yr, 50",
        "water-methane-young-cool-temperate, 84.7, kg CH4/ha/yr, 50",
        "water-methane-young-warm-temperate-moist, 127.5, kg CH4/ha/yr, 50",
        "water-methane-young-warm-temperate-dry, 195.6, kg CH4/ha/yr, 50",
        "water-methane-young-tropical-moist, 251.6, kg CH4/ha/yr, 50",
        "water-co2-young-boreal, 0.94, t C/ha/yr, 40",
        "water-co2-young-cool-temperate, 1.02, t C/ha/yr, 40",
        "water-co2-young-warm-temperate-moist, 1.46, t C/ha/yr, 40",
        "water-co2-young-warm-temperate-dry, 1.70, t C/ha/yr, 40",
        "water-co2-young-tropical-moist, 2.77, t C/ha/yr, 40",
        "danish-limit-2025-house, 6.7, kg CO2e/m2/yr, 0",
        "danish-limit-2025-flats-office, 7.5, kg CO2e/m2/yr, 0",
        "danish-limit-2025-institution, 8.0, kg CO2e/m2/yr, 0",
        "methane-gwp-ar5, 28, kg CO2e/kg CH4, 0",
        "methane-gwp-ar6, 27.0, kg CO2e/kg CH4, 0"
    })
    void shipsThePublishedFactors(String id, double value, String unit, double halfWidth95Percent) {
        Value shipped = find(CoefficientSets.shipped(), id).value().orElseThrow();
        assertEquals(value, shipped.distribution().mean(), 1e-9);
        assertEquals(unit, shipped.unit().text());
        assertEquals(halfWidth95Percent, 100 * 1.96 * shipped.distribution().standardDeviation() / value, 1e-9);
    }

    @Test
    void shipsAnAnswerForEveryRole() {
        CoefficientSet shipped = CoefficientSets.shipped();
        Arrays.stream(Role.values())
                .forEach(role -> assertFalse(shipped.of(role).isEmpty(), role.label()));
    }

    private static Coefficient find(CoefficientSet set, String id) {
        return set.coefficients().stream()
                .filter(coefficient -> coefficient.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
