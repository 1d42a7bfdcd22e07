package io.treehouse.training.fit;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.training.augment.Crop;

/**
 * Where a crop lies in a tile: scaled, turned and mirrored. Colours are averaged over the crop's pixel when it is larger
 * than the tile's and interpolated when it is smaller; labels are those at the pixel's centre. Outside the tile colours
 * are mirrored and nothing is known.
 *
 * @param size height and width of the crop in pixels
 * @param left column of the tile, in pixels from its left edge, where the crop begins
 * @param top row of the tile where the crop begins
 * @param scale size of a crop's pixel in pixels of the tile
 * @param orientation 0…7: the elements of the square's symmetry group; bit 0 mirrors columns, 1 mirrors rows, 2 swaps
 */
record CropFrame(int size, double left, double top, double scale, int orientation) {
    private static final int MAXIMUM_SAMPLES = 4;

    Crop cut(LabelledTile tile) {
        float[] rgb = new float[3 * size * size];
        byte[] labels = new byte[size * size];
        int samples = (int) Math.min(MAXIMUM_SAMPLES, Math.ceil(scale - 0.05));
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int pixel = y * size + x;
                double column = left + (turnedX(x, y) + 0.5) * scale;
                double row = top + (turnedY(x, y) + 0.5) * scale;
                if (samples <= 1) {
                    interpolate(tile, column - 0.5, row - 0.5, rgb, 3 * pixel);
                } else {
                    average(tile, column, row, samples, rgb, 3 * pixel);
                }
                labels[pixel] = label(tile, (int) Math.floor(column), (int) Math.floor(row));
            }
        }
        return new Crop(size, rgb, labels);
    }

    private int turnedX(int x, int y) {
        int along = (orientation & 4) == 0 ? x : y;
        return (orientation & 1) == 0 ? along : size - 1 - along;
    }

    private int turnedY(int x, int y) {
        int along = (orientation & 4) == 0 ? y : x;
        return (orientation & 2) == 0 ? along : size - 1 - along;
    }

    private static void interpolate(LabelledTile tile, double column, double row, float[] rgb, int at) {
        int x = (int) Math.floor(column);
        int y = (int) Math.floor(row);
        float right = (float) (column - x);
        float down = (float) (row - y);
        add(tile, x, y, (1 - right) * (1 - down), rgb, at);
        add(tile, x + 1, y, right * (1 - down), rgb, at);
        add(tile, x, y + 1, (1 - right) * down, rgb, at);
        add(tile, x + 1, y + 1, right * down, rgb, at);
    }

    private void average(LabelledTile tile, double column, double row, int samples, float[] rgb, int at) {
        float weight = 1f / (samples * samples);
        for (int j = 0; j < samples; j++) {
            int y = (int) Math.floor(row + ((j + 0.5) / samples - 0.5) * scale);
            for (int i = 0; i < samples; i++) {
                int x = (int) Math.floor(column + ((i + 0.5) / samples - 0.5) * scale);
                add(tile, x, y, weight, rgb, at);
            }
        }
    }

    private static void add(LabelledTile tile, int x, int y, float weight, float[] rgb, int at) {
        int from = 3 * (mirrored(y, tile.height()) * tile.width() + mirrored(x, tile.width()));
        byte[] source = tile.rgb();
        rgb[at] += weight * (source[from] & 255);
        rgb[at + 1] += weight * (source[from + 1] & 255);
        rgb[at + 2] += weight * (source[from + 2] & 255);
    }

    /** The position within an axis that a position outside it is mirrored to. */
    private static int mirrored(int position, int length) {
        if (position >= 0 && position < length) {
            return position;
        }
        int folded = Math.floorMod(position, 2 * length);
        return folded < length ? folded : 2 * length - 1 - folded;
    }

    private static byte label(LabelledTile tile, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < tile.width() && y < tile.height();
        return inside ? tile.classSets()[y * tile.width() + x] : 0;
    }
}
