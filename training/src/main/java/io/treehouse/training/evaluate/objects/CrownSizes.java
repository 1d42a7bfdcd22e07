package io.treehouse.training.evaluate.objects;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.TreePosition;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.List;

/**
 * How large the crowns of marked trees are, by the label alone: a crown is what may be canopy, no farther than 6 m from
 * the tree and nearer to no other one. Grass about a tree makes its crown look larger.
 */
final class CrownSizes {
    private static final double LARGEST_RADIUS_M = 6;

    private CrownSizes() {}

    /** Diameters of the circles that have the crowns' areas, in the order of the trees, at most 12 m. */
    static double[] diametersM(LabelledTile tile, List<TreePosition> trees) {
        long[] pixels = new long[trees.size()];
        for (int pixel = 0; pixel < tile.classSets().length; pixel++) {
            if (new ClassSet(tile.classSets()[pixel]).contains(SurfaceClass.TREE_CANOPY)) {
                int tree = nearest(trees, pixel % tile.width() + 0.5, pixel / tile.width() + 0.5, tile.gsdMetres());
                if (tree >= 0) {
                    pixels[tree]++;
                }
            }
        }
        double[] diametersM = new double[trees.size()];
        for (int tree = 0; tree < diametersM.length; tree++) {
            diametersM[tree] = 2 * tile.gsdMetres() * Math.sqrt(pixels[tree] / Math.PI);
        }
        return diametersM;
    }

    private static int nearest(List<TreePosition> trees, double x, double y, double gsdMetres) {
        int nearest = -1;
        double distance = LARGEST_RADIUS_M / gsdMetres;
        for (int tree = 0; tree < trees.size(); tree++) {
            double next = Math.hypot(trees.get(tree).x() - x, trees.get(tree).y() - y);
            if (next <= distance) {
                distance = next;
                nearest = tree;
            }
        }
        return nearest;
    }
}
