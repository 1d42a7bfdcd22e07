package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFormTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        */* | JSON
        text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | JSON
        application/json;q=0.5, image/tiff | CLASS_MAP
        image/tiff;q=0.4, application/json;q=0.9 | JSON
        image/webp, image/png;q=0.9, */*;q=0.1 | OVERLAY
        image/tiff; application=geotiff; profile=cloud-optimized | CLASS_MAP
        image/tiff; note="a, b; c"; Q=0.2, image/png;q=0.1 | CLASS_MAP
        IMAGE/TIFF | CLASS_MAP
        application/* | JSON
        image/* | CLASS_MAP
        image/*;q=1, image/tiff;q=0.1 | OVERLAY
        image/tiff;q=0, */* | JSON
        application/json;q=0, */*;q=0.001 | CLASS_MAP
        application/json, text/plain, */* | JSON
        nonsense, image/png | OVERLAY
        application/geo+json | GEOJSON
        application/geopackage+sqlite3 | GEOPACKAGE
        application/flatgeobuf, application/geo+json;q=0.9 | FLATGEOBUF
        """)
    void choosesWhatTheHeaderLikesBest(String accept, AnswerForm expected) {
        assertEquals(Optional.of(expected), AnswerForm.choose(accept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "video/mp4",
                "image/tiff;q=0",
                "application/gml+xml",
                "*/json",
                "image/png;q=2",
                "image"
            })
    void acceptsNothingOfOtherHeaders(String accept) {
        assertEquals(Optional.empty(), AnswerForm.choose(accept));
    }

    @Test
    void answersJsonWithoutAHeader() {
        assertEquals(Optional.of(AnswerForm.JSON), AnswerForm.choose(null));
        assertEquals(Optional.of(AnswerForm.JSON), AnswerForm.choose(" "));
    }
}
