package io.treehouse.training.fit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each step to {@code training.csv} and says now and then how far a run is. One thread. */
final class TrainingLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingLog.class);
    private static final String HEADER = "step,loss,learningRate,seconds";
    private static final int STEPS_BETWEEN_MESSAGES = 20;
    private static final double SMOOTHING = 0.95;

    private final BufferedWriter csv;
    private final int totalSteps;
    private final int batchSize;
    private double smoothedLoss = Double.NaN;
    private int messageStep;
    private int messagePosition;
    private double messageSeconds = Double.NaN;

    private TrainingLog(BufferedWriter csv, int firstStep, int totalSteps, int batchSize) {
        this.csv = csv;
        this.messageStep = firstStep;
        this.messagePosition = firstStep;
        this.totalSteps = totalSteps;
        this.batchSize = batchSize;
    }

    /** Opens the log of a run that begins after {@code firstStep} steps; lines of later steps are dropped. */
    static TrainingLog open(Path folder, int firstStep, int totalSteps, int batchSize) throws IOException {
        Path file = folder.resolve("training.csv");
        List<String> kept = Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> isBefore(line, firstStep))
                        .toList()
                : List.of();
        Files.writeString(
                file,
                HEADER + "\n" + String.join("", kept.stream().map(l -> l + "\n").toList()));
        return new TrainingLog(
                Files.newBufferedWriter(file, StandardOpenOption.APPEND), firstStep, totalSteps, batchSize);
    }

    private static boolean isBefore(String line, int firstStep) {
        String step = line.split(",", 2)[0];
        return step.matches("\\d+") && Integer.parseInt(step) <= firstStep;
    }

    /**
     * Notes a step that is done.
     *
     * @param position steps done and left out
     */
    void step(int step, int position, double loss, double learningRate, double seconds) throws IOException {
        csv.write(String.format(Locale.ROOT, "%d,%.6g,%.4g,%.1f%n", step, loss, learningRate, seconds));
        csv.flush();
        smoothedLoss = Double.isNaN(smoothedLoss) ? loss : SMOOTHING * smoothedLoss + (1 - SMOOTHING) * loss;
        if (Double.isNaN(messageSeconds)) {
            messageSeconds = seconds;
            messageStep = step;
            messagePosition = position;
        } else if (step % STEPS_BETWEEN_MESSAGES == 0 || position == totalSteps) {
            say(step, position, seconds);
        }
    }

    private void say(int step, int position, double seconds) {
        double secondsPerStep = (seconds - messageSeconds) / Math.max(1, step - messageStep);
        double secondsPerPosition = (seconds - messageSeconds) / Math.max(1, position - messagePosition);
        Duration left = Duration.ofSeconds(Math.round(secondsPerPosition * (totalSteps - position)));
        LOG.info(
                "step {} of {} ({} %), loss {}, {} tiles/s, {}:{} h left",
                step,
                totalSteps,
                100 * position / totalSteps,
                String.format(Locale.ROOT, "%.4f", smoothedLoss),
                String.format(Locale.ROOT, "%.1f", batchSize / secondsPerStep),
                left.toHours(),
                String.format(Locale.ROOT, "%02d", left.toMinutesPart()));
        messageStep = step;
        messagePosition = position;
        messageSeconds = seconds;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
