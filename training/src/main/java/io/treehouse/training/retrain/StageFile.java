package io.treehouse.training.retrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.document.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a retraining is doing, in a file that others read while it is written.
 *
 * @param stage what it is doing
 * @param since when that began
 * @param done how many of the stage's parts are done
 * @param of number of the parts; 0 if the stage has none
 */
record StageFile(Stage stage, Instant since, int done, int of) {
    private static final String FILE = "stage.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static StageFile begun(Stage stage, int parts) {
        return new StageFile(stage, Instant.now(), 0, parts);
    }

    StageFile oneMore() {
        return new StageFile(stage, since, done + 1, of);
    }

    /** Replaces the file in one step. */
    void write(Path folder) {
        try {
            AtomicFile.write(
                    folder.resolve(FILE),
                    JSON.writeValueAsBytes(JSON.createObjectNode()
                            .put("stage", stage.label())
                            .put("since", since.toString())
                            .put("done", done)
                            .put("of", of)));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** What the file says; empty if there is none yet. */
    static Optional<StageFile> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode node = JSON.readTree(file.toFile());
        return Optional.of(new StageFile(
                Stage.valueOf(node.get("stage").asText().toUpperCase(Locale.ROOT)),
                Instant.parse(node.get("since").asText()),
                node.get("done").asInt(),
                node.get("of").asInt()));
    }
}
