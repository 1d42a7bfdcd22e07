package io.treehouse.datasets.sample;

/**
 * Where a tree stands on a picture.
 *
 * @param x pixels from the left edge of the picture; the middle of the first pixel is at 0.5
 * @param y pixels from its upper edge, likewise
 */
public record TreePosition(double x, double y) {}
