package io.treehouse.training.retrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.document.AtomicFile;
import io.treehouse.datasets.problem.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a retraining ended without a report, for whoever started its process. */
public final class ProblemFile {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemFile.class);
    private static final String FILE = "problem.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemFile() {}

    /** Writes what is wrong; on a full disk nothing is left but the log. */
    static void write(Path folder, InputProblem problem) {
        try {
            AtomicFile.writeJson(
                    folder.resolve(FILE),
                    JSON.createObjectNode().put("detail", problem.getMessage()).put("remedy", problem.remedy()));
        } catch (IOException fault) {
            LOG.warn("{} cannot be written: {}", folder.resolve(FILE), fault.toString());
        }
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** What is wrong and what to do about it; empty if a retraining has not ended with a problem. */
    public static Optional<String> read(Path folder) {
        try {
            Path file = folder.resolve(FILE);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            JsonNode problem = JSON.readTree(file.toFile());
            return Optional.of(problem.path("detail").asText() + " "
                    + problem.path("remedy").asText());
        } catch (IOException unreadable) {
            return Optional.of("Its problem cannot be read: " + unreadable);
        }
    }
}
