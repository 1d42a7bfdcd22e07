package io.treehouse.inference.errormatrix;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.BUILT_UP;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.TREE_CANOPY;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.model.bundle.ErrorMatrix;
import io.treehouse.model.bundle.ErrorMatrix.Row;
import java.util.List;

/** Places with a thousand pixels of each class, where grass and trees are taken for each other and the rest is right. */
final class DrawnErrors {
    private DrawnErrors() {}

    /**
     * A place.
     *
     * @param falseTrees pixels of grass that are taken for trees
     * @param lostTrees pixels of trees that are taken for grass
     */
    static ErrorMatrix place(long falseTrees, long lostTrees) {
        return new ErrorMatrix(
                "set",
                "place " + lostTrees,
                "validation",
                List.of(
                        new Row(ClassSet.of(OTHER), List.of(1000 - falseTrees, 0L, 0L, 0L, falseTrees)),
                        new Row(ClassSet.of(BUILT_UP), List.of(0L, 1000L, 0L, 0L, 0L)),
                        new Row(ClassSet.of(BUILDING), List.of(0L, 0L, 1000L, 0L, 0L)),
                        new Row(ClassSet.of(WATER), List.of(0L, 0L, 0L, 1000L, 0L)),
                        new Row(ClassSet.of(TREE_CANOPY), List.of(lostTrees, 0L, 0L, 0L, 1000 - lostTrees))));
    }
}
