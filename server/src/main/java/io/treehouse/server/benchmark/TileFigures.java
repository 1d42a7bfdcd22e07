package io.treehouse.server.benchmark;

/**
 * One tile after the other, from its PNG file to the answer.
 *
 * @param sidePixels side of the tile at the model's ground sampling distance
 * @param medianSeconds of the runs
 * @param megapixelsPerSecond pixels of the tile by that time
 */
record TileFigures(int sidePixels, double medianSeconds, double megapixelsPerSecond) {}
