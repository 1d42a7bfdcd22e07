package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedFileTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gzip | true
        gzip, deflate, br, zstd | true
        br;q=1.0, GZIP;Q=0.8, *;q=0.1 | true
        gzip;q=0.001 | true
        * | true
        *;q=0.5, identity;q=0 | true
        gzip, identity | true
        '' | false
        br, deflate | false
        gzip;q=0 | false
        gzip;q=0.000, * | false
        *;q=0 | false
        identity | false
        gzip;q=0.5, identity | false
        gzip;q=0.5, * | false
        gzip;q=2 | false
        agzip, gzipped | false
        """)
    void takesGzipWhereTheHeaderLikesItAsMuchAsThePlainFile(String acceptEncoding, boolean expected) {
        assertEquals(expected, PackedFile.takesGzip(acceptEncoding));
    }
}
