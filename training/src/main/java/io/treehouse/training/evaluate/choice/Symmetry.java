package io.treehouse.training.evaluate.choice;

import io.treehouse.datasets.sample.LabelledTile;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the eight ways to lay a picture on its grid (the group D4).
 *
 * @param transposed whether rows become columns
 * @param mirroredColumns whether left and right are swapped
 * @param mirroredRows whether up and down are swapped
 */
record Symmetry(boolean transposed, boolean mirroredColumns, boolean mirroredRows) {
    /** All eight. */
    static final List<Symmetry> ALL = IntStream.range(0, 8)
            .mapToObj(i -> new Symmetry((i & 4) != 0, (i & 2) != 0, (i & 1) != 0))
            .toList();

    /**
     * A subgroup of the eight.
     *
     * @param count 1 (as it lies), 2 (and mirrored at a diagonal), 4 (and mirrored at the other, and turned by 180°) or 8
     */
    static List<Symmetry> group(int count) {
        return switch (count) {
            case 1 -> List.of(ALL.get(0));
            case 2 -> List.of(ALL.get(0), ALL.get(7));
            case 4 -> List.of(ALL.get(0), ALL.get(3), ALL.get(4), ALL.get(7));
            case 8 -> ALL;
            default -> throw new IllegalArgumentException("There are 1, 2, 4 or 8 symmetries, not " + count);
        };
    }

    /** The picture laid out anew, without its labels. */
    LabelledTile apply(LabelledTile tile) {
        int width = transposed ? tile.height() : tile.width();
        int height = transposed ? tile.width() : tile.height();
        byte[] rgb = new byte[tile.rgb().length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                System.arraycopy(tile.rgb(), 3 * source(tile, x, y), rgb, 3 * (y * width + x), 3);
            }
        }
        return new LabelledTile(
                tile.set(), tile.name(), tile.place(), width, height, rgb, new byte[width * height], tile.gsdMetres());
    }

    /** Which pixel of a picture (row × width + column) stands at a column and row of the new layout. */
    int source(LabelledTile tile, int x, int y) {
        int column = transposed ? y : x;
        int row = transposed ? x : y;
        int sourceColumn = mirroredColumns ? tile.width() - 1 - column : column;
        int sourceRow = mirroredRows ? tile.height() - 1 - row : row;
        return sourceRow * tile.width() + sourceColumn;
    }
}
