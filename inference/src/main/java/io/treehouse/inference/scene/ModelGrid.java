package io.treehouse.inference.scene;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.GridOrigin;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.RgbSource;
import io.treehouse.model.network.NetworkSpec;

/**
 * The grid that the network sees a scene on: the scene's ground, each axis cut into pixels of the model's ground
 * sampling distance.
 *
 * @param width columns
 * @param height rows
 * @param columnLead columns between the grid's left edge and the nearest line before it of those that cut the map into
 *     cells of the network's coarsest stride; 0 if the scene lies nowhere
 * @param rowLead rows between the grid's upper edge and the nearest such line above it
 */
record ModelGrid(int width, int height, int columnLead, int rowLead) {
    /** Pixels that differ less than this from the model's are taken as they are. */
    static final double SCALE_TOLERANCE = 0.005;

    /** The grid of a scene for a model with pixels of {@code gsdMetres}. */
    static ModelGrid of(RgbSource scene, double gsdMetres) {
        GroundSampling ground = scene.groundSampling();
        if (!ground.isKnown()) {
            return new ModelGrid(scene.width(), scene.height(), 0, 0);
        }
        GridOrigin origin = scene.origin();
        double across = scale(ground.xMetres(), gsdMetres);
        double down = scale(ground.yMetres(), gsdMetres);
        return new ModelGrid(
                length(scene.width(), across),
                length(scene.height(), down),
                lead(origin.column(), across),
                lead(origin.row(), down));
    }

    /** Model pixels by scene pixels. */
    private static double scale(double metres, double gsdMetres) {
        double scale = metres / gsdMetres;
        return Math.abs(scale - 1) <= SCALE_TOLERANCE ? 1 : scale;
    }

    /**
     * Cells are as many whole scene pixels as come nearest to the network's stride: then crops whose ground sampling
     * distances differ in the last digits, as those of a map projection do, still find the same cells.
     */
    private static int lead(long origin, double scale) {
        long cell = Math.max(1, Math.round(NetworkSpec.SIZE_MULTIPLE / scale));
        long lead = Math.round(Math.floorMod(origin, cell) * scale);
        return (int) Math.min(lead, NetworkSpec.SIZE_MULTIPLE - 1);
    }

    private static int length(int pixels, double scale) {
        long length = Math.max(1, Math.round(pixels * scale));
        if (length > Integer.MAX_VALUE) {
            throw new InputProblem(
                    InputProblem.Kind.TOO_LARGE,
                    "The scene would be " + length + " pixels long at the model's ground sampling distance.",
                    "Cut the scene into parts.");
        }
        return (int) length;
    }
}
