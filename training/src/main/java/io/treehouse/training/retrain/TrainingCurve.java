package io.treehouse.training.retrain;

import io.treehouse.training.retrain.RetrainingProgress.Loss;
import io.treehouse.training.retrain.RetrainingProgress.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the logs of a training tell so far.
 *
 * @param step steps done
 * @param steps steps at most
 * @param seconds time that they took
 * @param limitSeconds time that they may take; 0 for any
 * @param loss mean of the last losses; null before the first
 * @param losses how the loss went, in so many points that they can be drawn
 * @param scores scores of snapshots
 */
record TrainingCurve(
        int step, int steps, double seconds, double limitSeconds, Double loss, List<Loss> losses, List<Score> scores) {
    private static final int LAST_LOSSES = 20;
    private static final int MOST_POINTS = 200;

    /** Reads the logs of a run, whose last line may be half written. */
    static TrainingCurve read(Path folder, int steps, Duration limit) throws IOException {
        List<String[]> lines = rows(folder.resolve("training.csv"), 4);
        List<Score> scores = rows(folder.resolve("validation.csv"), 2).stream()
                .map(row -> new Score(Integer.parseInt(row[0]), Double.parseDouble(row[1])))
                .toList();
        if (lines.isEmpty()) {
            return new TrainingCurve(0, steps, 0, limit.toSeconds(), null, List.of(), scores);
        }
        String[] last = lines.get(lines.size() - 1);
        return new TrainingCurve(
                Integer.parseInt(last[0]),
                steps,
                Double.parseDouble(last[3]),
                limit.toSeconds(),
                meanLoss(lines.subList(Math.max(0, lines.size() - LAST_LOSSES), lines.size())),
                losses(lines),
                scores);
    }

    /** A point for each few lines, with the last of their steps. */
    private static List<Loss> losses(List<String[]> lines) {
        int each = (lines.size() + MOST_POINTS - 1) / MOST_POINTS;
        List<Loss> points = new ArrayList<>();
        for (int first = 0; first < lines.size(); first += each) {
            List<String[]> group = lines.subList(first, Math.min(first + each, lines.size()));
            points.add(new Loss(Integer.parseInt(group.get(group.size() - 1)[0]), meanLoss(group)));
        }
        return points;
    }

    private static double meanLoss(List<String[]> lines) {
        return lines.stream()
                .mapToDouble(row -> Double.parseDouble(row[1]))
                .average()
                .orElseThrow();
    }

    private static List<String[]> rows(Path file, int columns) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .filter(row -> row.length == columns)
                .toList();
    }

    /** How much of the run is done, 0…1: by steps, or by time where that runs out sooner. */
    double share() {
        double bySteps = steps == 0 ? 0 : (double) step / steps;
        double byTime = limitSeconds == 0 ? 0 : seconds / limitSeconds;
        return Math.min(1, Math.max(bySteps, byTime));
    }

    /** Time that the rest takes at the pace so far; null before the first step. */
    Long secondsLeft() {
        return step == 0 || share() == 0 ? null : Math.round(seconds * (1 - share()) / share());
    }
}
