package io.treehouse.model.benchmark;

import java.util.List;

/**
 * How fast one way of training takes steps.
 *
 * @param contender what computes
 * @param batch crops a step
 * @param tilesPerSecond the median of the steps
 * @param steps tiles a second of each step that was timed
 */
public record TrainingCell(String contender, int batch, double tilesPerSecond, List<Double> steps) {
    static TrainingCell of(String contender, int batch, List<Double> stepSeconds) {
        List<Double> rates =
                stepSeconds.stream().map(seconds -> batch / seconds).toList();
        return new TrainingCell(contender, batch, Figures.median(rates), rates);
    }
}
