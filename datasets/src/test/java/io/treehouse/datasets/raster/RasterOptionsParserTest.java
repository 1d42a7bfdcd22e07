package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasterOptionsParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "gsd:0",
                "gsd:-0.5",
                "gsd:NaN",
                "gsd:Infinity",
                "gsd:1e400",
                "gsd:0,5",
                "gsd:abc",
                "gsd:1000",
                "gsd:''",
                "gsd:0x1p-1",
                "bands:1,2",
                "bands:0,1,2",
                "bands:a,b,c",
                "bands:1,2,3,",
                "scaling:wild",
                "scaling:5,1",
                "scaling:1,1",
                "scaling:NaN,1",
                "nodata:abc",
                "nodata:1e400",
                "bbox:1,2,3",
                "bbox:3,0,1,1",
                "crs:nonsense"
            })
    void refusesValuesThatAreNoneByTheParametersName(String name, String value) {
        InputProblem problem = assertThrows(InputProblem.class, () -> RasterOptionsParser.parse(Map.of(name, value)));
        assertEquals(Kind.INVALID_PARAMETER, problem.kind());
        assertTrue(problem.getMessage().contains(name), problem.getMessage());
    }

    @Test
    void refusesReferencesThatAreNoPlainCodes() {
        for (String crs : List.of("EPSG:999999", "/etc/hostname", "http://localhost/crs", "urn:x")) {
            Map<String, String> given = Map.of("bbox", "0,0,1,1", "crs", crs);
            assertEquals(
                    Kind.INVALID_PARAMETER,
                    assertThrows(InputProblem.class, () -> RasterOptionsParser.parse(given))
                            .kind());
        }
    }

    @Test
    void readsEveryParameter() {
        RasterOptions options = RasterOptionsParser.parse(Map.of(
                "gsd",
                "0.5",
                "bands",
                "4, 3,2",
                "scaling",
                "0,10000",
                "nodata",
                "-9999",
                "bbox",
                "7,47,7.1,47.1",
                "crs",
                "epsg:4326"));
        assertEquals(0.5, options.gsdMetres());
        assertEquals(List.of(4, 3, 2), options.bands());
        assertEquals(new Scaling.Range(0, 10000), options.scaling());
        assertEquals(-9999, options.nodata());
        assertEquals(new Bbox(7, 47, 7.1, 47.1), options.bbox());
        assertEquals("EPSG:4326", options.crs());
    }
}
