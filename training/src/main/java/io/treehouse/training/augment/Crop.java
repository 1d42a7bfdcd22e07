package io.treehouse.training.augment;

/**
 * A square training crop that augmentations change in place. Belongs to one thread.
 *
 * @param size height and width in pixels
 * @param rgb {@code [size, size, 3]} red, green, blue, 0…255
 * @param classSets {@code [size, size]} bits of the classes that a pixel may be, 0 where nothing is known; with the mark
 *     {@link io.treehouse.datasets.scheme.ClassSet#BY_MODEL} where a model narrowed them
 */
public record Crop(int size, float[] rgb, byte[] classSets) {
    public Crop {
        if (rgb.length != 3 * size * size || classSets.length != size * size) {
            throw new IllegalArgumentException("A crop of " + size + " pixels has " + 3 * size * size + " values");
        }
    }

    /** The square of {@code side} pixels whose upper left pixel is at a column and row. */
    public Crop part(int column, int row, int side) {
        float[] colours = new float[3 * side * side];
        byte[] labels = new byte[side * side];
        for (int y = 0; y < side; y++) {
            int from = (row + y) * size + column;
            System.arraycopy(rgb, 3 * from, colours, 3 * y * side, 3 * side);
            System.arraycopy(classSets, from, labels, y * side, side);
        }
        return new Crop(side, colours, labels);
    }

    /** Sets a value, kept within 0…255. */
    void set(int index, float value) {
        rgb[index] = Math.max(0, Math.min(255, value));
    }
}
