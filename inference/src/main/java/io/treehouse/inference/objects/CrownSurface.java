package io.treehouse.inference.objects;

import io.treehouse.datasets.raster.GroundSampling;

/**
 * The surface that crowns are the hills of: distance from the canopy's border and probability together, smoothed. Not
 * thread-safe.
 */
final class CrownSurface {
    private final DistanceTransform distance;
    private final float rise;
    private final GaussianBlur blur;

    CrownSurface(GroundSampling sampling, CrownSettings settings) {
        distance = new DistanceTransform(sampling.xMetres(), sampling.yMetres(), settings.reachMetres());
        rise = (float) settings.probabilityMetres();
        blur = new GaussianBlur(
                settings.smoothingMetres() / sampling.xMetres(), settings.smoothingMetres() / sampling.yMetres());
    }

    /** @param surface receives {@code [height, width]} heights, 0 or more */
    void of(CanopyStrip strip, float[] surface) {
        strip.markCanopy(surface);
        distance.apply(surface, strip.width(), strip.rows());
        float[] confidence = strip.confidence();
        for (int pixel = 0; pixel < strip.rows() * strip.width(); pixel++) {
            // Only the background's distance is 0.
            surface[pixel] += surface[pixel] > 0 ? rise * confidence[pixel] : 0;
        }
        blur.apply(surface, strip.width(), strip.rows());
    }
}
