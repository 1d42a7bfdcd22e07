package io.treehouse.server.retraining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.server.store.JobState;
import io.treehouse.training.retrain.ProblemFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the files of a retraining say about how it ended.
 *
 * @param state done, failed, or running if nothing says that it ended
 * @param words the gate's decision, or the problem
 */
record Outcome(JobState state, String words) {
    private static final int LOG_BYTES = 500;

    static Outcome read(Path folder) {
        Path report = folder.resolve("report.json");
        if (Files.exists(report)) {
            try {
                JsonNode document = new ObjectMapper().readTree(report.toFile());
                return new Outcome(
                        JobState.DONE,
                        document.path("candidate").asText() + " "
                                + document.path("decision").asText());
            } catch (IOException unreadable) {
                return new Outcome(JobState.FAILED, "Its report cannot be read: " + unreadable);
            }
        }
        Optional<String> problem = ProblemFile.read(folder);
        return problem.map(words -> new Outcome(JobState.FAILED, words))
                .orElse(new Outcome(JobState.RUNNING, "is at work"));
    }

    /** The last words of a log. */
    static String endOfLog(Path folder) {
        Path log = folder.resolve("log.txt");
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(LOG_BYTES, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8).strip();
        } catch (IOException none) {
            return "there is none";
        }
    }
}
