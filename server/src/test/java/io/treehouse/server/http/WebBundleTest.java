package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page is built by Node and kept built, so that nobody else needs Node; here it must be of its sources. */
class WebBundleTest {
    private static final Path HOME = Path.of(System.getProperty("treehouse.home"), "server");
    private static final Path BUILT = HOME.resolve("src/main/resources/web");

    @ParameterizedTest
    @CsvSource({"source,web", "built,src/main/resources/web"})
    void thePageIsBuiltFromItsSourcesAsTheyAre(String kind, String folder) throws Exception {
        Map<String, String> recorded = Files.readAllLines(BUILT.resolve("bundle.txt")).stream()
                .map(line -> line.split(" "))
                .filter(parts -> parts[0].equals(kind))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[2], (a, b) -> a, TreeMap::new));

        assertEquals(
                recorded,
                hashes(HOME.resolve(folder)),
                "run scripts/build-web.sh, which needs Node, and commit what it builds");
    }

    private static Map<String, String> hashes(Path folder) throws Exception {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("node_modules"))
                    .filter(file -> !file.endsWith("bundle.txt"))
                    .toList();
            Map<String, String> hashes = new TreeMap<>();
            for (Path file : files) {
                hashes.put(folder.relativize(file).toString(), sha256(file));
            }
            return hashes;
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(read(file)));
    }

    private static byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }
}
