package io.treehouse.inference.errormatrix;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.BUILT_UP;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.TREE_CANOPY;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.inference.landcover.AreaEstimates;
import io.treehouse.inference.landcover.ClassAreaEstimate;
import io.treehouse.model.bundle.ErrorMatrix;
import io.treehouse.model.bundle.ErrorMatrix.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AreaCorrectionTest {
    /** One in ten pixels of trees is taken for grass, two in ten of grass for trees; the rest is right. */
    private static final ErrorMatrix PLACE = place(100);

    private static ErrorMatrix place(long lostTrees) {
        return DrawnErrors.place(200, lostTrees);
    }

    private static ModelErrors errors(long... lostTrees) {
        return ModelErrors.of(Arrays.stream(lostTrees)
                        .mapToObj(AreaCorrectionTest::place)
                        .toList())
                .orElseThrow();
    }

    @Test
    void certainLabelsAreTheMatrixThemselves() {
        double[][] joint = ConfusionFit.joint(PLACE);

        assertArrayEquals(new double[] {0.16, 0, 0, 0, 0.04}, joint[OTHER.code()], 1e-12);
        assertArrayEquals(new double[] {0.02, 0, 0, 0, 0.18}, joint[TREE_CANOPY.code()], 1e-12);
    }

    @Test
    void aLabelThatLeavesAChoiceIsSharedOutLikeThePixelsThatAreCertain() {
        // Where the map says tree, certain labels say tree three times of four; so does the likeliest matrix of the
        // rest.
        ErrorMatrix place = new ErrorMatrix(
                "set",
                "place",
                "validation",
                List.of(
                        new Row(ClassSet.of(OTHER), List.of(0L, 0L, 0L, 0L, 10L)),
                        new Row(ClassSet.of(TREE_CANOPY), List.of(0L, 0L, 0L, 0L, 30L)),
                        new Row(ClassSet.of(OTHER, TREE_CANOPY), List.of(0L, 0L, 0L, 0L, 60L))));

        double[][] joint = ConfusionFit.joint(place);

        assertEquals(0.25, joint[OTHER.code()][TREE_CANOPY.code()], 1e-6);
        assertEquals(0.75, joint[TREE_CANOPY.code()][TREE_CANOPY.code()], 1e-6);
    }

    @Test
    void sharesAreThoseThatMakeTheMap() {
        // 0.3 · (0.9, 0.1) + 0.7 · (0.2, 0.8) = (0.41, 0.59)
        double[] shares = ClassShares.solve(new double[] {0.41, 0.59}, new double[][] {{0.9, 0.1}, {0.2, 0.8}});

        assertArrayEquals(new double[] {0.3, 0.7}, shares, 1e-4);
    }

    @Test
    void sharesAreNeverNegative() {
        // The inverse of the matrix would say −1/7 and 8/7.
        double[] shares = ClassShares.solve(new double[] {0.1, 0.9}, new double[][] {{0.9, 0.1}, {0.2, 0.8}});

        assertArrayEquals(new double[] {0, 1}, shares, 1e-3);
    }

    @Test
    void placesThatAgreeCorrectTheBiasWithoutUncertainty() {
        // 100 m² of grass and 100 m² of trees look like 90 and 110.
        double[] counted = {90, 0, 0, 50, 110};

        AreaEstimates areas = new AreaCorrection(errors(100, 100, 100, 100, 100), counted).estimate(counted);

        ClassAreaEstimate trees = areas.classes().get(TREE_CANOPY.code());
        assertEquals(List.of("tree_canopy"), trees.classes());
        assertEquals(110, trees.countedM2());
        assertEquals(100, trees.corrected().areaM2(), 0.1);
        assertEquals(0, trees.corrected().standardErrorM2(), 1e-6);
        assertEquals(50, areas.classes().get(WATER.code()).corrected().areaM2(), 0.01);
    }

    @Test
    void intervalsShowHowPlacesDiffer() {
        double[] counted = {90, 0, 0, 50, 110};

        ClassAreaEstimate trees = new AreaCorrection(errors(0, 50, 100, 200, 300), counted)
                .estimate(counted)
                .classes()
                .get(TREE_CANOPY.code());

        // 0.2 · (200 − t) + (1 − lost) · t = 110 gives t = 87.5, 93.3, 100, 116.7 and 140 m², m = 107.5 and s = 19.0;
        // the
        // interval of a sixth place is m ± 2.776 · s · √(6 / 4). Rows are a twentieth nearer to their mean than that.
        assertEquals(107.5, trees.corrected().areaM2(), 2);
        assertEquals(0.95 * 23.2, trees.corrected().standardErrorM2(), 1.5);
        assertEquals(107.5 - 0.95 * 64.5, trees.corrected().low95M2(), 5);
        assertEquals(107.5 + 0.95 * 64.5, trees.corrected().high95M2(), 5);
    }

    @Test
    void correctedAreasOfAPartitionAddUpToThoseOfTheTile() {
        double[] tile = {90, 10, 20, 50, 110};
        double[] north = {80, 10, 0, 20, 30};
        double[] south = {10, 0, 20, 30, 80};
        AreaCorrection correction = new AreaCorrection(errors(0, 50, 100, 200, 300), tile);

        List<ClassAreaEstimate> whole = correction.estimate(tile).classes();

        double sum = 0;
        for (int i = 0; i < whole.size(); i++) {
            double parts = correction
                            .estimate(north)
                            .classes()
                            .get(i)
                            .corrected()
                            .areaM2()
                    + correction.estimate(south).classes().get(i).corrected().areaM2();
            assertEquals(whole.get(i).corrected().areaM2(), parts, 1e-9);
            sum += whole.get(i).corrected().areaM2();
        }
        assertEquals(280, sum, 1e-9);
    }

    @Test
    void classesThatNoLabelTellsApartAreOneGroup() {
        ErrorMatrix roofs = new ErrorMatrix(
                "set",
                "roofs",
                "validation",
                List.of(
                        new Row(ClassSet.of(BUILDING), List.of(0L, 0L, 9L, 0L, 0L)),
                        new Row(ClassSet.of(WATER), List.of(0L, 0L, 0L, 9L, 0L)),
                        new Row(ClassSet.of(OTHER, BUILT_UP, TREE_CANOPY), List.of(9L, 0L, 0L, 0L, 0L))));

        assertEquals(
                List.of(ClassSet.of(OTHER, BUILT_UP, TREE_CANOPY), ClassSet.of(BUILDING), ClassSet.of(WATER)),
                ClassGroups.of(List.of(roofs)));
        assertEquals(5, ClassGroups.of(List.of(roofs, PLACE)).size());
    }

    @Test
    void fewPlacesSayNothingOfANewOne() {
        assertEquals(Optional.empty(), ModelErrors.of(List.of(PLACE, PLACE)));
        assertEquals(Optional.empty(), ModelErrors.of(List.of()));
    }

    @Test
    void placesLikeTheOthersAreCovered() {
        List<ErrorMatrix> places =
                IntStream.range(0, 8).mapToObj(i -> place(80 + 5 * i)).toList();

        IntervalCoverage coverage = IntervalCoverage.leavingPlacesOut(places);

        assertEquals(40, coverage.figures());
        assertTrue(coverage.covered() >= 36, coverage.toString());
        assertTrue(coverage.meanCorrectedError() < coverage.meanCountedError(), coverage.toString());
    }
}
