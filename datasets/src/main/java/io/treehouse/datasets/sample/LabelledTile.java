package io.treehouse.datasets.sample;

import java.util.Objects;

/**
 * A picture with its labels. The arrays are not copied: whoever makes a tile hands them over. Immutable by agreement and
 * thread-safe.
 *
 * @param set name of its data set
 * @param name name of the picture within the set
 * @param place what is held out together and resampled as one in a bootstrap
 * @param width columns
 * @param height rows
 * @param rgb {@code [height, width, 3]} red, green, blue, 0…255 as unsigned bytes
 * @param classSets {@code [height, width]} bits of the {@link io.treehouse.datasets.scheme.ClassSet} of each pixel, 0
 *     where nothing is known; with the mark {@link io.treehouse.datasets.scheme.ClassSet#BY_MODEL} where a model narrowed
 *     them for training
 * @param gsdMetres ground sampling distance of the arrays
 */
public record LabelledTile(
        String set, String name, String place, int width, int height, byte[] rgb, byte[] classSets, double gsdMetres) {
    public LabelledTile {
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(place, "place");
        if (rgb.length != 3L * width * height || classSets.length != (long) width * height) {
            throw new IllegalArgumentException("%s/%s has %d × %d pixels, %d colour values and %d labels"
                    .formatted(set, name, width, height, rgb.length, classSets.length));
        }
        if (!(gsdMetres > 0)) {
            throw new IllegalArgumentException(set + "/" + name + " has no ground sampling distance");
        }
    }
}
