package io.treehouse.inference.errormatrix;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.landcover.AreaEstimate;
import io.treehouse.inference.landcover.ClassAreaEstimate;
import io.treehouse.model.bundle.ErrorMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * How good model-based areas are: each place in turn is estimated from the errors at others, and held against the areas
 * that its own labels say, class by class where they say them.
 *
 * @param figures areas that were compared
 * @param covered those whose 95 % interval holds the true area
 * @param meanWidth mean width of the intervals, as a share of the place
 * @param meanCorrectedError mean distance of the corrected area from the true one, as a share of the place
 * @param meanCountedError mean distance of the counted area from the true one, as a share of the place
 */
public record IntervalCoverage(
        int figures, int covered, double meanWidth, double meanCorrectedError, double meanCountedError) {
    /** Labels that leave more than this share of a place open do not tell a class's area, and rarer classes are left out. */
    private static final double TOLERANCE = 0.002;

    /** One area: what was estimated, and what the labels say. */
    private record Figure(ClassAreaEstimate estimate, double least, double most) {
        double error(double estimated) {
            return Math.abs(estimated - (least + most) / 2);
        }

        boolean isCovered() {
            AreaEstimate area = estimate.corrected();
            return area.low95M2() <= most && area.high95M2() >= least;
        }

        double width() {
            return estimate.corrected().high95M2() - estimate.corrected().low95M2();
        }
    }

    /** Estimates each place from all others. */
    public static IntervalCoverage leavingPlacesOut(List<ErrorMatrix> errors) {
        return leavingOut(errors, (place, other) -> place == other);
    }

    /** Estimates each place from those of other data sets. */
    public static IntervalCoverage leavingDataSetsOut(List<ErrorMatrix> errors) {
        return leavingOut(errors, (place, other) -> place.dataset().equals(other.dataset()));
    }

    private static IntervalCoverage leavingOut(
            List<ErrorMatrix> errors, BiPredicate<ErrorMatrix, ErrorMatrix> isLeftOut) {
        List<Figure> figures = new ArrayList<>();
        for (ErrorMatrix place : errors) {
            List<ErrorMatrix> others = errors.stream()
                    .filter(other -> !isLeftOut.test(place, other))
                    .toList();
            Optional<ModelErrors> known = ModelErrors.of(others);
            known.ifPresent(model -> figures.addAll(figures(place, model)));
        }
        return new IntervalCoverage(
                figures.size(),
                (int) figures.stream().filter(Figure::isCovered).count(),
                mean(figures.stream().mapToDouble(Figure::width).toArray()),
                mean(figures.stream()
                        .mapToDouble(figure ->
                                figure.error(figure.estimate().corrected().areaM2()))
                        .toArray()),
                mean(figures.stream()
                        .mapToDouble(figure -> figure.error(figure.estimate().countedM2()))
                        .toArray()));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** The classes of a place whose area its labels tell; the place as a whole is 1 m². */
    private static List<Figure> figures(ErrorMatrix place, ModelErrors model) {
        double[] shares = ConfusionFit.mapShares(place);
        return new AreaCorrection(model, shares)
                .estimate(shares).classes().stream()
                        .filter(estimate -> estimate.classes().size() == 1)
                        .map(estimate -> figure(place, estimate))
                        .filter(figure -> figure.most() > TOLERANCE && figure.most() - figure.least() < TOLERANCE)
                        .toList();
    }

    private static Figure figure(ErrorMatrix place, ClassAreaEstimate estimate) {
        SurfaceClass surface = SurfaceClass.ofLabel(estimate.classes().get(0));
        double least = 0;
        double most = 0;
        for (ErrorMatrix.Row row : place.rows()) {
            double share =
                    row.predicted().stream().mapToDouble(Long::doubleValue).sum() / ConfusionFit.pixels(place);
            most += row.label().contains(surface) ? share : 0;
            least += row.label().contains(surface) && row.label().isCertain() ? share : 0;
        }
        return new Figure(estimate, least, most);
    }

    /** The figures in words. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d intervals of 95 %% hold the area that labels say; mean width %.3f of the place, mean error %.3f"
                        + " corrected, %.3f counted",
                covered,
                figures,
                meanWidth,
                meanCorrectedError,
                meanCountedError);
    }
}
