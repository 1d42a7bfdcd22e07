package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.ClassRowSink;

/**
 * What a segmentation makes of its blended probabilities.
 *
 * @param classes receives the rows of the class map
 * @param probabilities is told the probabilities of each pixel
 * @param temperature what confidences are scaled with
 */
record SceneOutput(ClassRowSink classes, PixelProbabilities probabilities, Temperature temperature) {}
