package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.settlement.AtlasRule;
import io.treehouse.inference.settlement.ClusteringRule;
import io.treehouse.server.store.JobState;
import io.treehouse.training.retrain.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContractTest {
    private static final Path PAGE = Path.of("../docs/contract.md");
    private static final Pattern EXAMPLE = Pattern.compile("<!-- (\\w+) -->\\s+```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile("(?m)^\\| `([a-z]\\w*)`");

    @TestFactory
    Stream<DynamicTest> theExamplesOfTheDocumentationFitTheirSchemas() throws Exception {
        List<MatchResult> examples =
                EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
        assertTrue(examples.size() >= 8, examples.size() + " examples");
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.group(1), () -> assertEquals(List.of(), faults(example.group(1), example.group(2)))));
    }

    /** Examples are excerpts: they may lack members, but each that they show must be described. */
    private static JsonNode ofExcerpts(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            object.remove("required");
            if (object.has("properties")) {
                object.put("additionalProperties", false);
            }
        }
        schema.forEach(ContractTest::ofExcerpts);
        return schema;
    }

    private static List<String> faults(String schema, String json) throws Exception {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(ofExcerpts(Contract.document(schema).orElseThrow()))
                .validate(new ObjectMapper().readTree(json))
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void eachMemberThatIsExplainedExists() throws Exception {
        String schemas = OpenApi.document().at("/components/schemas").toString();

        assertEquals(
                List.of(),
                MEMBER.matcher(Files.readString(PAGE))
                        .results()
                        .map(member -> member.group(1))
                        .filter(name -> !schemas.contains("\"" + name + "\":"))
                        .toList());
    }

    @Test
    void membersWithAUnitInTheirNameSayItToPrograms() {
        JsonNode tile = Contract.document("TileClassification").orElseThrow();
        JsonNode object = Contract.document("ObjectProperties").orElseThrow();

        assertEquals("m", tile.at("/properties/gsdMetres/x-unit").asText());
        assertEquals("ms", tile.at("/properties/processingMillis/x-unit").asText());
        assertEquals(
                "m2",
                tile.at("/properties/classes/additionalProperties/properties/areaM2/x-unit")
                        .asText());
        assertEquals("m", object.at("/properties/crownDiameterM/x-unit").asText());
        assertEquals(
                "kg{CO2e}",
                Contract.document("Estimate")
                        .orElseThrow()
                        .at("/properties/zones/items/properties/stocks/items/properties/kgCo2e/x-unit")
                        .asText());
        assertTrue(tile.at("/properties/valid/x-unit").isMissingNode());
    }

    @Test
    void theDocumentationTellsOfParametersWhatTheContractDoes() throws Exception {
        assertTellsOf(TileParameters.OF_TILES, Files.readString(PAGE));
        assertTellsOf(TileParameters.OF_JOBS_ALONE, Files.readString(PAGE.resolveSibling("jobs.md")));
    }

    private static void assertTellsOf(List<QueryParameter> parameters, String page) {
        for (QueryParameter parameter : parameters) {
            String row = "| `%s=…` | %s |%n".formatted(parameter.name(), parameter.description());
            assertTrue(page.contains(row), row);
        }
    }

    @Test
    void eachSchemaHoldsAllThatItRefersTo() {
        Contract.index().get("schemas").properties().forEach(entry -> {
            JsonNode document = Contract.document(entry.getKey()).orElseThrow();

            assertEquals(entry.getValue(), document.get("$id"));
            for (String reference : document.findValuesAsText("$ref")) {
                assertTrue(
                        reference.startsWith("#/")
                                && !document.at(reference.substring(1)).isMissingNode(),
                        entry.getKey() + " refers to " + reference);
            }
        });
    }

    @Test
    void whatASchemaRefersToIsHeldAgainstDocuments() throws Exception {
        assertEquals(List.of(), faults("TileResult", "{\"classification\": {\"gsdMetres\": 0.5}}"));
        assertFalse(faults("TileResult", "{\"classification\": {\"gsdMetres\": \"wide\"}}")
                .isEmpty());
    }

    @Test
    void whatIsAlwaysKnownIsNeverNull() {
        JsonNode tile = Contract.document("TileClassification").orElseThrow().get("properties");

        assertEquals("\"object\"", tile.at("/classes/type").toString());
        assertEquals("\"object\"", tile.at("/classes/additionalProperties/type").toString());
        assertEquals("\"string\"", tile.at("/warnings/items/type").toString());
        assertEquals("[\"string\",\"null\"]", tile.at("/crs/type").toString());
        assertEquals("[\"number\",\"null\"]", tile.at("/gsdMetres/type").toString());
    }

    @Test
    void whatOfFiguresIsAlwaysKnownIsNeverNull() {
        JsonNode line =
                Contract.document("Estimate").orElseThrow().at("/properties/zones/items/properties/stocks/items");
        JsonNode comparison = Contract.document("Comparison").orElseThrow().get("properties");
        JsonNode settlements = Contract.document("Settlements").orElseThrow().get("properties");

        assertEquals("\"object\"", line.get("type").toString());
        assertEquals("[\"object\",\"null\"]", line.at("/properties/kgCo2e/type").toString());
        assertEquals(
                "\"object\"",
                line.at("/properties/kgCo2e/properties/simulated/type").toString());
        assertEquals("\"array\"", comparison.at("/matrix/type").toString());
        assertEquals("[\"object\",\"null\"]", comparison.at("/after/type").toString());
        assertEquals(
                "[\"object\",\"null\"]",
                comparison.at("/matrix/items/properties/estimate/type").toString());
        assertEquals(
                "\"number\"",
                settlements.at("/parameters/additionalProperties/type").toString());
        assertEquals("[\"string\",\"null\"]", settlements.at("/crs/type").toString());
    }

    @Test
    void textsOfEnumsAreListedAsTheyAreWritten() {
        JsonNode stock = Contract.document("Comparison")
                .orElseThrow()
                .at("/properties/carbon/properties/stocks/items/properties");

        assertEquals(
                "[\"NE\",\"NO\",\"NA\",\"IE\",\"C\",null]",
                stock.at("/notationKey/enum").toString());
        assertEquals(labels(Flow.values(), Flow::label), choice(stock.get("flow")));
        assertEquals(Set.of("gross_and_ratio", "crown_cover"), choice("Estimate", "treeMethod"));
    }

    @Test
    void textsOfAFixedChoiceAreThoseOfTheProgram() {
        Set<String> classes =
                SurfaceClass.all().stream().map(SurfaceClass::label).collect(Collectors.toSet());
        JsonNode comparison = Contract.document("Comparison").orElseThrow().get("properties");
        assertEquals(classes, choice(comparison.at("/classes/items/properties/name")));
        assertEquals(classes, choice(comparison.at("/matrix/items/properties/before")));
        assertEquals(classes, choice(comparison.at("/matrix/items/properties/after")));
        assertEquals(Set.of(AtlasRule.PUBLISHED.label(), new ClusteringRule(1).label()), choice("Settlements", "rule"));
        assertEquals(
                labels(GroundSampling.Source.values(), GroundSampling.Source::label),
                choice("TileClassification", "gsdSource"));
        assertEquals(labels(JobState.values(), JobState::word), choice("Job", "state"));
        assertEquals(labels(JobState.values(), JobState::word), choice("Retraining", "state"));
        assertEquals(labels(Stage.values(), Stage::label), choice("Retraining", "stage"));
    }

    private static <T> Set<String> labels(T[] values, Function<T, String> label) {
        return Arrays.stream(values).map(label).collect(Collectors.toSet());
    }

    private static Set<String> choice(String schema, String member) {
        return choice(Contract.document(schema).orElseThrow().at("/properties/" + member));
    }

    private static Set<String> choice(JsonNode member) {
        Set<String> values = new HashSet<>();
        member.path("enum").forEach(value -> values.add(value.asText()));
        return values;
    }

    @Test
    void theIndexNamesEachSchema() {
        JsonNode index = Contract.index();

        assertEquals("v1", index.get("version").asText());
        String missing = index.get("schemas").properties().stream()
                .filter(entry -> Contract.document(entry.getKey()).isEmpty())
                .map(Object::toString)
                .collect(Collectors.joining());
        assertEquals("", missing);
        assertEquals(
                "/v1/schemas/Problem",
                Contract.document("Problem").orElseThrow().get("$id").asText());
        assertTrue(Contract.document("Nothing").isEmpty());
    }
}
