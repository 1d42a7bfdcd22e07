package io.treehouse.inference.errormatrix;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.TREE_CANOPY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.landcover.AreaEstimate;
import io.treehouse.model.bundle.ErrorMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model that takes one in ten trees for grass and two in ten of grass for trees; 300 m² of grass, 700 m² of trees. */
class ChangeCorrectionTest {
    private static final ModelErrors ERRORS =
            ModelErrors.of(Collections.nCopies(5, DrawnErrors.place(200, 100))).orElseThrow();

    private static ChangeCorrection correct(
            double otherOther, double otherTree, double treeOther, double treeTree, double correlation) {
        double[][] countedM2 = new double[SurfaceClass.COUNT][SurfaceClass.COUNT];
        countedM2[OTHER.code()][OTHER.code()] = otherOther;
        countedM2[OTHER.code()][TREE_CANOPY.code()] = otherTree;
        countedM2[TREE_CANOPY.code()][OTHER.code()] = treeOther;
        countedM2[TREE_CANOPY.code()][TREE_CANOPY.code()] = treeTree;
        return new ChangeCorrection(ERRORS, countedM2, correlation, false);
    }

    private static AreaEstimate change(ChangeCorrection correction, SurfaceClass from, SurfaceClass to) {
        return correction.area((before, after) -> before == from && after == to);
    }

    @Test
    void changesThatAreAllErrorVanishAndTheirIntervalHoldsTheCount() {
        // Where nothing changed two maps say grass and tree: 300 × 0.8 × 0.2 + 700 × 0.1 × 0.9 = 111 m², either way;
        // grass twice: 300 × 0.8² + 700 × 0.1² = 199 m²; trees twice: 300 × 0.2² + 700 × 0.9² = 579 m².
        ChangeCorrection correction = correct(199, 111, 111, 579, 0);

        AreaEstimate lost = change(correction, TREE_CANOPY, OTHER);
        assertEquals(0, lost.areaM2(), 2);
        assertEquals(0, lost.low95M2(), 2);
        assertEquals(111, lost.high95M2(), 1e-9);
        assertEquals(300, change(correction, OTHER, OTHER).areaM2(), 2);
        assertEquals(700, change(correction, TREE_CANOPY, TREE_CANOPY).areaM2(), 2);
    }

    @Test
    void realChangesRemain() {
        // 200 m² of the trees were felled. They are mapped so: 200 × 0.9 × 0.8 = 144; tree and tree 200 × 0.9 × 0.2 =
        // 36;
        // grass and grass 200 × 0.1 × 0.8 = 16; grass and tree 200 × 0.1 × 0.2 = 4. The rest as above, of 300 and 500.
        ChangeCorrection correction = correct(192 + 5 + 16, 48 + 45 + 4, 48 + 45 + 144, 12 + 405 + 36, 0);

        assertEquals(200, change(correction, TREE_CANOPY, OTHER).areaM2(), 2);
        assertEquals(0, change(correction, OTHER, TREE_CANOPY).areaM2(), 2);
        assertEquals(1000, correction.area((before, after) -> true).areaM2(), 1e-6);
    }

    @Test
    void whereBothMapsErrAlikeWhatTheyCountAsChangeIsChange() {
        // All errors are the same on both maps, 300 × 0.8 + 700 × 0.1 = 310 m²; and 100 m² of trees became houses, of
        // which
        // the model would have taken 10 m² for grass.
        double[][] countedM2 = new double[SurfaceClass.COUNT][SurfaceClass.COUNT];
        countedM2[OTHER.code()][OTHER.code()] = 310;
        countedM2[TREE_CANOPY.code()][TREE_CANOPY.code()] = 690;
        countedM2[OTHER.code()][BUILDING.code()] = 10;
        countedM2[TREE_CANOPY.code()][BUILDING.code()] = 90;
        ChangeCorrection correction = new ChangeCorrection(ERRORS, countedM2, 1, false);

        assertEquals(300, change(correction, OTHER, OTHER).areaM2(), 2);
        assertEquals(100, change(correction, TREE_CANOPY, BUILDING).areaM2(), 2);
        assertEquals(0, change(correction, TREE_CANOPY, OTHER).areaM2(), 1e-6);
    }

    @Test
    void noMoreIsBuiltThanThePlanHas() {
        // Of a model that is right at four places and blind to trees at the fifth, 500 m² of meadow may be anything,
        // but the
        // plan has 400 m² of houses.
        List<ErrorMatrix> places = new ArrayList<>(Collections.nCopies(4, DrawnErrors.place(0, 0)));
        places.add(DrawnErrors.place(0, 1000));
        double[][] countedM2 = new double[SurfaceClass.COUNT][SurfaceClass.COUNT];
        countedM2[OTHER.code()][BUILDING.code()] = 400;
        countedM2[OTHER.code()][OTHER.code()] = 100;
        ModelErrors errors = ModelErrors.of(places).orElseThrow();

        AreaEstimate plan = change(new ChangeCorrection(errors, countedM2, 0, true), OTHER, BUILDING);
        AreaEstimate map = change(new ChangeCorrection(errors, countedM2, 0, false), OTHER, BUILDING);

        assertEquals(400, plan.high95M2(), 1e-9);
        assertTrue(map.high95M2() > 400, map.toString());
    }

    @Test
    void aPlanHasNoErrors() {
        // All of the ground shall become houses: its classes today are corrected alone.
        double[][] countedM2 = new double[SurfaceClass.COUNT][SurfaceClass.COUNT];
        countedM2[OTHER.code()][BUILDING.code()] = 310;
        countedM2[TREE_CANOPY.code()][BUILDING.code()] = 690;
        ChangeCorrection correction = new ChangeCorrection(ERRORS, countedM2, 0, true);

        assertEquals(300, change(correction, OTHER, BUILDING).areaM2(), 1);
        assertEquals(700, change(correction, TREE_CANOPY, BUILDING).areaM2(), 1);
    }
}
