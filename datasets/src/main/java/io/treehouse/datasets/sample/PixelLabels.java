package io.treehouse.datasets.sample;

import java.util.Map;

/**
 * Labels of a picture's pixels. Immutable by agreement.
 *
 * @param classSets {@code [height * width]} bits of the allowed classes, 0 where nothing is known
 * @param unknown labels that the legend does not explain, with the number of pixels or polygons that have them
 */
record PixelLabels(byte[] classSets, Map<String, Long> unknown) {}
