package io.treehouse.datasets.sample;

import io.treehouse.datasets.raster.ValueRange;

/**
 * How the file of a picture stores it.
 *
 * @param bandCount bands of the file, whatever they are used for
 * @param range how its values become 0…255
 */
public record PictureFormat(int bandCount, ValueRange range) {}
