package io.treehouse.training.evaluate.objects;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.objects.ObjectClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The 8-connected parts of what a label says is building. Immutable by agreement. */
final class LabelParts {
    /**
     * One part.
     *
     * @param pixels its size
     * @param reference whether it is to be found: at least as large as an object must be, and off the picture's edge
     */
    record Part(long pixels, boolean reference) {}

    private final int[] partOfPixel;
    private final List<Part> parts;

    private LabelParts(int[] partOfPixel, List<Part> parts) {
        this.partOfPixel = partOfPixel;
        this.parts = parts;
    }

    static LabelParts buildings(LabelledTile tile) {
        int building = ClassSet.of(SurfaceClass.BUILDING).bits();
        double minimumPixels = ObjectClass.BUILDING.minimumM2() / (tile.gsdMetres() * tile.gsdMetres());
        int[] partOfPixel = new int[tile.classSets().length];
        List<Part> parts = new ArrayList<>();
        for (int pixel = 0; pixel < partOfPixel.length; pixel++) {
            if (tile.classSets()[pixel] == building && partOfPixel[pixel] == 0) {
                parts.add(fill(tile, building, partOfPixel, pixel, parts.size() + 1, minimumPixels));
            }
        }
        return new LabelParts(partOfPixel, parts);
    }

    private static Part fill(LabelledTile tile, int bits, int[] partOfPixel, int seed, int part, double minimum) {
        Deque<Integer> open = new ArrayDeque<>(List.of(seed));
        partOfPixel[seed] = part;
        long pixels = 0;
        boolean atEdge = false;
        while (!open.isEmpty()) {
            int pixel = open.remove();
            int column = pixel % tile.width();
            int row = pixel / tile.width();
            pixels++;
            atEdge |= column == 0 || row == 0 || column == tile.width() - 1 || row == tile.height() - 1;
            for (int y = Math.max(0, row - 1); y <= Math.min(tile.height() - 1, row + 1); y++) {
                for (int x = Math.max(0, column - 1); x <= Math.min(tile.width() - 1, column + 1); x++) {
                    int next = y * tile.width() + x;
                    if (tile.classSets()[next] == bits && partOfPixel[next] == 0) {
                        partOfPixel[next] = part;
                        open.add(next);
                    }
                }
            }
        }
        return new Part(pixels, pixels >= minimum && !atEdge);
    }

    int count() {
        return parts.size();
    }

    /** A part by its number, from 1. */
    Part part(int number) {
        return parts.get(number - 1);
    }

    /** Number of the part that a pixel belongs to; 0 if it is none. */
    int at(int pixel) {
        return partOfPixel[pixel];
    }
}
