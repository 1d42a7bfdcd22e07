package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.ClassRowSink;

/**
 * What a segmentation makes of its scene, beside the map what is told on the way.
 *
 * @param classes receives the rows of the class map
 * @param probabilities is told the probabilities of each pixel
 * @param temperature what confidences are scaled with
 * @param memory keeps the logits of windows
 * @param progress is told after every window
 */
record SceneOutput(
        ClassRowSink classes,
        PixelProbabilities probabilities,
        Temperature temperature,
        WindowMemory memory,
        WindowProgress progress) {}
