package io.treehouse.training.evaluate.calibration;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Calibration of a model on one or more data sets at a temperature.
 *
 * @param certain over pixels whose label is certain
 * @param groups by the groups of classes that the labels of each data set tell apart: the figure to go by
 */
public record CalibrationScore(Reliability certain, Reliability groups) {

    /** The calibration on samples of data sets, one sample each. */
    public static CalibrationScore of(Collection<ProbabilitySample> samples, double temperature) {
        return new CalibrationScore(
                sum(samples, sample -> Reliability.ofCertainLabels(sample, temperature)),
                sum(samples, sample -> Reliability.ofLabelGroups(sample, temperature)));
    }

    /**
     * Mean over data sets of the calibration error of each by the groups of its labels, 0…1: unlike the error of all
     * together it does not hide that one set is too sure and another not sure enough. Empty without pixels.
     */
    public static OptionalDouble meanError(Collection<ProbabilitySample> samples, double temperature) {
        return samples.stream()
                .map(sample -> Reliability.ofLabelGroups(sample, temperature).expectedCalibrationError())
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    private static Reliability sum(
            Collection<ProbabilitySample> samples, Function<ProbabilitySample, Reliability> reliability) {
        return samples.stream().map(reliability).reduce(Reliability.empty(), Reliability::plus);
    }
}
