package io.treehouse.inference.scene;

/**
 * A grid that the network saw a scene on.
 *
 * @param gsdMetres ground size of a pixel of it
 * @param share what its probabilities count in the answer, 0…1; those of all grids of a scene sum to 1
 */
public record SeenGrid(double gsdMetres, double share) {}
