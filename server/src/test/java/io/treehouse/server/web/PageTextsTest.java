package io.treehouse.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextsTest {
    private static final Path TEXTS = Path.of(System.getProperty("treehouse.home"), "server", "web", "src", "texts");

    @ParameterizedTest
    @ValueSource(strings = "zh.js")
    void everyLanguageHasTheTextsOfTheEnglishOneAndNoOther(String language) throws IOException {
        assertEquals(keys(TEXTS.resolve("en.js")), keys(TEXTS.resolve(language)));
    }

    /** Told by their indentation. */
    private static List<String> keys(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.matches("    \\w+: .*"))
                .map(line -> line.strip().split(":")[0])
                .sorted()
                .toList();
    }
}
