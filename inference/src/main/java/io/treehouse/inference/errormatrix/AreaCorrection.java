package io.treehouse.inference.errormatrix;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.landcover.AreaEstimates;
import io.treehouse.inference.landcover.AreaMethod;
import io.treehouse.inference.landcover.ClassAreaEstimate;
import java.util.Arrays;
import java.util.List;

/**
 * Corrects the areas of a tile and its zones for the errors that its model is known to make. For each replicate of P(map |
 * reference) the true shares of the classes are those that make the tile's map most likely; from them follows what pixels
 * of each mapped class are in truth, P(reference | map), on this tile. It is applied to the tile and to its zones alike, so
 * that the corrected areas of a partition add up to those of the tile. Immutable and thread-safe.
 */
public final class AreaCorrection {
    private static final int CLASSES = SurfaceClass.COUNT;

    private final ModelErrors errors;
    private final List<double[][]> truths;

    /** @param countedM2 area of each class on the tile's map by its code; at least one above 0 */
    public AreaCorrection(ModelErrors errors, double[] countedM2) {
        this.errors = errors;
        double total = Arrays.stream(countedM2).sum();
        double[] shares = Arrays.stream(countedM2).map(area -> area / total).toArray();
        truths = errors.replicates().stream()
                .map(transition -> truth(transition, ClassShares.solve(shares, transition)))
                .toList();
    }

    /** P(reference | map) {@code [reference, map]} from P(map | reference) and the shares of the reference classes. */
    private static double[][] truth(double[][] transition, double[] shares) {
        double[][] truth = new double[CLASSES][CLASSES];
        for (int map = 0; map < CLASSES; map++) {
            double sum = 0;
            for (int reference = 0; reference < CLASSES; reference++) {
                sum += shares[reference] * transition[reference][map];
            }
            for (int reference = 0; reference < CLASSES; reference++) {
                // A class that the map never takes for anything is what it says.
                double unknown = reference == map ? 1 : 0;
                truth[reference][map] = sum > 0 ? shares[reference] * transition[reference][map] / sum : unknown;
            }
        }
        return truth;
    }

    /**
     * Corrected areas of the tile or of one of its zones.
     *
     * @param countedM2 area of each class on its map by its code
     */
    public AreaEstimates estimate(double[] countedM2) {
        return new AreaEstimates(
                AreaMethod.Name.MODEL_BASED,
                errors.groups().stream()
                        .map(group -> estimate(group, countedM2))
                        .toList());
    }

    private ClassAreaEstimate estimate(ClassSet group, double[] countedM2) {
        double[] areas = truths.stream()
                .mapToDouble(truth -> areaM2(group, truth, countedM2))
                .toArray();
        double counted =
                group.classes().stream().mapToDouble(c -> countedM2[c.code()]).sum();
        return new ClassAreaEstimate(
                group.classes().stream().map(SurfaceClass::label).toList(),
                counted,
                errors.areas(group, Arrays.stream(countedM2).sum()).of(areas, counted));
    }

    private static double areaM2(ClassSet group, double[][] truth, double[] countedM2) {
        double area = 0;
        for (SurfaceClass reference : group.classes()) {
            for (int map = 0; map < CLASSES; map++) {
                area += truth[reference.code()][map] * countedM2[map];
            }
        }
        return area;
    }
}
