package io.treehouse.inference.sample;

import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * A pixel of a class map that was drawn.
 *
 * @param x column
 * @param y row
 * @param mapClass its class in the map: its stratum
 */
record SampledPixel(int x, int y, SurfaceClass mapClass) {}
