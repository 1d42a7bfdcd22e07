package io.treehouse.inference.scene;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.RgbSource;

/**
 * The grid that the network sees a scene on: the scene's ground, each axis cut into pixels of the model's ground
 * sampling distance.
 *
 * @param width columns
 * @param height rows
 */
record ModelGrid(int width, int height) {
    /** Pixels that differ less than this from the model's are taken as they are. */
    private static final double SCALE_TOLERANCE = 0.005;

    /** The grid of a scene for a model with pixels of {@code gsdMetres}. */
    static ModelGrid of(RgbSource scene, double gsdMetres) {
        GroundSampling ground = scene.groundSampling();
        if (!ground.isKnown()) {
            return new ModelGrid(scene.width(), scene.height());
        }
        return new ModelGrid(
                length(scene.width(), ground.xMetres() / gsdMetres),
                length(scene.height(), ground.yMetres() / gsdMetres));
    }

    private static int length(int pixels, double scale) {
        if (Math.abs(scale - 1) <= SCALE_TOLERANCE) {
            return pixels;
        }
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
