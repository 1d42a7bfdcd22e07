/**
 * Labelled pictures: {@link io.treehouse.datasets.sample.LabelledTile} holds an image and, for each pixel, the set of
 * classes that it may be.
 */
package io.treehouse.datasets.sample;
