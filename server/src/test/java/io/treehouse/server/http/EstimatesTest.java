package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /v1/estimates} over HTTP, held against the document that describes it. */
class EstimatesTest {
    private static final HttpClient CLIENT = new CheckedClient();
    private static final String REQUEST = """
            {"results": [{"id": "quarter", "valid": {"areaM2": 30000}, "classes": {
               "other": {"areaM2": 0}, "built_up": {"areaM2": 8000}, "building": {"areaM2": 2000},
               "water": {"areaM2": 10000}, "tree_canopy": {"areaM2": 10000}}}],
             "site": {"climateZone": "cool_temperate", "waterKind": "pond", "waterAge": "older_than_20_years"},
             "assumedAreaStandardErrorPercent": 5}
            """;

    private static TreehouseServer server;

    @BeforeAll
    static void start() {
        server = TreehouseServer.start(
                new ServerOptions("127.0.0.1", 0, 10_000, 1 << 20, 4, Duration.ofSeconds(5)), new FakeTiles());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersWithFiguresAsDescribed() throws Exception {
        HttpResponse<String> response = post(REQUEST, "application/json");
        assertEquals(200, response.statusCode(), response.body());
        openApi().assertDescribes("post", "/v1/estimates", response);
        JsonNode total = new ObjectMapper().readTree(response.body()).path("total");
        // 10,000 m² × 7.69 kg C/m² × 44/12, and 54 kg CH4 × 28
        assertEquals(-281_966.667, total.at("/stocks/0/kgCo2e/value").asDouble(), 1e-3);
        assertEquals(
                1_512, total.at("/yearlyTotals/emissionsKgCo2ePerYear/value").asDouble(), 1e-9);
        assertEquals("NO", line(total, "lawn_sequestration").path("notationKey").asText());
    }

    @Test
    void figuresOfATileWithoutImageryAreAsDescribed() throws Exception {
        JsonNode empty = described("""
                {"results": [{"valid": {"areaM2": 0}, "classes": {
                   "other": {"areaM2": 0}, "built_up": {"areaM2": 0}, "building": {"areaM2": 0},
                   "water": {"areaM2": 0}, "tree_canopy": {"areaM2": 0}}}]}
                """);
        assertEquals("NO", empty.at("/total/stocks/0/notationKey").asText());
        assertTrue(empty.at("/total/stocks/0/basis").isNull());
        assertTrue(empty.at("/total/stockTotals/netKgCo2e/propagated/halfWidth95Percent")
                .isNull());
        assertTrue(empty.at("/results/0/model").isNull());
    }

    /** Zones without names, one of them beyond the imagery; errors of some areas; keys and coefficients of one's own. */
    @Test
    void figuresOfWhichMuchIsUnknownAreAsDescribed() throws Exception {
        String none = "\"areaM2\": 0";
        String zone = """
                {"id": "%s", "valid": {%2$s}, "classes": {"other": {%2$s}, "built_up": {%2$s}, "building": {%2$s},
                 "water": {%2$s}, "tree_canopy": {%2$s}}, "areaEstimates": {"method": "model_based", "classes": [
                 {"classes": ["building"], "corrected": {"areaM2": %3$s, "standardErrorM2": 10}}]}}
                """;
        JsonNode estimate = described("""
                {"results": [{"id": "town", "date": null, "valid": {"areaM2": 500}, "classes": {
                   "other": {"areaM2": 100}, "built_up": {"areaM2": 100}, "building": {"areaM2": 100},
                   "water": {"areaM2": 100}, "tree_canopy": {"areaM2": 100}},
                   "zones": [%s, %s]}, {"id": "wood", %s}],
                 "coefficients": {"format": "treehouse-coefficients/1", "name": "mine", "version": "1", "coefficients": [
                   {"id": "heat", "role": "building_operation", "value": 20, "unit": "kg CO2e/m2/yr",
                    "distribution": {"kind": "exact"}, "applicability": "Here", "source": "Accounts", "confirmed": true},
                   {"id": "pave", "role": "paved_embodied", "notationKey": "NA", "reason": "old",
                    "applicability": "Here", "source": "Accounts", "confirmed": true}]},
                 "site": {"storeys": {"value": 2, "standardError": 0.5},
                  "notationKeys": {"tree_carbon": {"key": "C", "reason": "not to be told"}}},
                 "treeMethod": "crown_cover"}
                """.formatted(
                        zone.formatted("in", "\"areaM2\": 100", "90"),
                        zone.formatted("out", none, "0"),
                        REQUEST.substring(REQUEST.indexOf("\"valid\""), REQUEST.indexOf("}}}]") + 2)));
        assertEquals("C", estimate.at("/zones/0/stocks/0/notationKey").asText());
        assertEquals("NA", estimate.at("/zones/0/stocks/2/notationKey").asText());
        assertTrue(estimate.at("/zones/0/name").isNull());
        assertTrue(estimate.at("/total/site").isNull());
        assertEquals(
                "model_based, counted",
                estimate.at("/total/areas/building/source").asText());
        assertTrue(estimate.at("/total/areas/building/standardErrorM2").isNull());
        assertEquals("", estimate.at("/coefficientSet/coefficients/0/note").asText());
        assertTrue(line(estimate.at("/zones/0"), "building_operation")
                .at("/basis/inputs/0/confirmed")
                .isNull());
    }

    private static JsonNode described(String request) throws Exception {
        HttpResponse<String> response = post(request, "application/json");
        assertEquals(200, response.statusCode(), response.body());
        return Described.as("Estimate", response.body());
    }

    @ParameterizedTest
    @CsvSource({
        "application/geopackage+sqlite3, SQLite format 3",
        "application/vnd.apache.parquet, PAR1",
        "application/geo+json, '{\"type\":\"FeatureCollection\"'"
    })
    void answersWithTablesInTheFormThatIsAccepted(String form, String begin) throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(uri("/v1/estimates"))
                .header("Content-Type", "application/json")
                .header("Accept", form)
                .POST(BodyPublishers.ofString(REQUEST)));
        assertEquals(200, response.statusCode(), response.body());
        openApi().assertDescribes("post", "/v1/estimates", response);
        assertEquals(form, response.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(response.body().startsWith(begin), response.body());
    }

    @Test
    void takesTheOutlinesOfZonesByAForm() throws Exception {
        String areas = REQUEST.substring(REQUEST.indexOf("\"valid\""), REQUEST.indexOf("}}}]") + 2);
        String request = """
                {"results": [{"corners": [[8, 48], [9, 48], [9, 47], [8, 47]], %1$s, "zones": [{"id": "park", %1$s}]}]}
                """.formatted(areas);
        String zones = """
                {"type": "Feature", "properties": {"id": "park"}, "geometry":
                 {"type": "Polygon", "coordinates": [[[8.2, 47.2], [8.6, 47.2], [8.6, 47.4], [8.2, 47.2]]]}}
                """;
        HttpRequest form = FormBody.post(
                uri("/v1/estimates"),
                Map.of(
                        "request",
                        request.getBytes(StandardCharsets.UTF_8),
                        "zones",
                        zones.getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(form, (name, value) -> true).header("Accept", "application/geo+json"));
        assertEquals(200, response.statusCode(), response.body());
        JsonNode first = new ObjectMapper().readTree(response.body()).at("/features/0");
        assertEquals("zone/park/tree_carbon", first.path("id").asText());
        assertEquals("MultiPolygon", first.at("/geometry/type").asText());

        HttpResponse<String> document = send(HttpRequest.newBuilder(form, (name, value) -> true));
        Problems.assertProblem(400, document);
        assertTrue(document.body().contains("Zones were sent"), document.body());
    }

    @Test
    void refusesFormsThatCannotHoldFigures() throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(uri("/v1/estimates"))
                .header("Accept", "application/flatgeobuf")
                .POST(BodyPublishers.ofString(REQUEST)));
        Problems.assertProblem(406, response);
        assertTrue(response.body().contains("application/geopackage+sqlite3"), response.body());
    }

    private static JsonNode line(JsonNode zone, String flow) {
        for (JsonNode line : zone.path("yearlyFluxes")) {
            if (line.path("flow").asText().equals(flow)) {
                return line;
            }
        }
        throw new AssertionError("no " + flow + " in " + zone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"results\": [ | application/json | 422 | line 1",
                "~~ | application/json | 422 | no body",
                "{\"results\": [], \"results\": []} | application/json | 422 | Duplicate",
                "{\"draws\": 1} | application/json | 422 | results",
                "{} | image/png | 415 | image/png"
            })
    void refusesBadBodiesInWords(String body, String type, int status, String words) throws Exception {
        HttpResponse<String> response = post(body, type);
        Problems.assertProblem(status, response);
        openApi().assertDescribes("post", "/v1/estimates", response);
        assertTrue(response.body().contains(words), response.body());
    }

    @Test
    void refusesBodiesAboveTheLimitAndParameters() throws Exception {
        Problems.assertProblem(413, post(" ".repeat(10_001), "application/json"));
        Problems.assertProblem(
                400, send(HttpRequest.newBuilder(uri("/v1/estimates?seed=1")).POST(BodyPublishers.ofString(REQUEST))));
    }

    private static Interface openApi() throws Exception {
        return new Interface(send(HttpRequest.newBuilder(uri("/openapi.json"))).body());
    }

    private static HttpResponse<String> post(String body, String type) throws Exception {
        return send(HttpRequest.newBuilder(uri("/v1/estimates"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
